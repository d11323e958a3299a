import { useTranslations } from 'use-intl';
import { Kbd } from '../../ui/kbd.tsx';

/** For eyes: a screen reader says as much of a combobox by itself. */
export const PaletteFooter = ({ deeper, writes }: { deeper: boolean; writes: boolean }) => {
  const t = useTranslations('palette');
  return (
    <div
      aria-hidden="true"
      className="flex shrink-0 items-center gap-4 border-t border-border px-4 py-1.5 text-meta text-text-2 pointer-coarse:hidden"
    >
      {writes ? null : (
        <span className="flex items-center gap-1.5">
          <Kbd keys="↑ ↓" /> {t('move')}
        </span>
      )}
      <span className="flex items-center gap-1.5">
        <Kbd keys="Enter" /> {t(writes ? 'sends' : 'choose')}
      </span>
      <span className="flex items-center gap-1.5">
        <Kbd keys="Esc" /> {t(deeper ? 'stepBack' : 'close')}
      </span>
    </div>
  );
};

import { useTranslations } from 'use-intl';
import { Dialog } from '../ui/dialog.tsx';
import { useActiveKeys } from '../ui/keys.ts';

/** Lists what is bound on the present screen, and nothing else. */
export const KeysOverlay = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('keys');
  const active = useActiveKeys();
  const bindings = [...active.values()].flat();
  return (
    <Dialog title={t('title')} description={t('description')} size="small" onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
        {bindings.map(({ keys, label }) => (
          <div key={keys} className="contents">
            <dt className="justify-self-end">
              {keys.split(' ').map((key, index) => (
                <span key={key}>
                  {index === 0 ? null : <span className="px-1 text-meta text-text-2">{t('afterwards')}</span>}
                  <kbd className="rounded-s border border-border-strong bg-raised px-1.5 font-mono text-dense">
                    {key}
                  </kbd>
                </span>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};

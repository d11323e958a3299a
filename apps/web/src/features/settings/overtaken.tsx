import type { SectionChange } from '@sitrep/shared/settings/state';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { LastChange } from './last-change.tsx';

type Props = {
  change: SectionChange | undefined;
  /** At what the other one saved. */
  looking: boolean;
  onLook: (looking: boolean) => void;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
};

/** Somebody else saved meanwhile: nothing is overwritten unseen. */
export const Overtaken = ({ change, looking, onLook, onTakeTheirs, onKeepMine }: Props) => {
  const t = useTranslations('settings');
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-2 rounded-m border border-sev2-fg bg-sev2-bg px-3 py-2"
    >
      <TriangleAlert size={16} aria-hidden className="shrink-0 text-sev2-fg" />
      <p className="mr-auto min-w-60 flex-1">
        {t('overtaken')}{' '}
        <span className="text-text-2">
          (<LastChange change={change} />)
        </span>
      </p>
      <Button onClick={() => onLook(!looking)}>{t(looking ? 'lookAtMine' : 'lookAtTheirs')}</Button>
      <Button onClick={onTakeTheirs}>{t('takeTheirs')}</Button>
      <Button onClick={onKeepMine}>{t('keepMine')}</Button>
    </div>
  );
};

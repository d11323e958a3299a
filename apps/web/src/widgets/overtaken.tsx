import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';

type Props = {
  /** Who was first, as far as it is known. */
  name: string | undefined;
  /** What stands now. */
  theirs: string;
  blocked: string | undefined;
  busy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Somebody else was first: both texts, and the choice. */
export const Overtaken = ({ name, theirs, blocked, busy, onKeepMine, onTakeTheirs }: Props) => {
  const t = useTranslations('incident.overtaken');
  const common = useTranslations('common');
  return (
    <div className="grid min-w-0 gap-2 rounded-m border border-sev3-fg bg-sev3-bg p-2">
      <p role="alert" className="font-medium">
        {t('changed', { name: name ?? common('somebody') })}
      </p>
      <p className="max-h-48 overflow-y-auto break-words whitespace-pre-wrap">
        {theirs === '' ? t('removed') : theirs}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onTakeTheirs}>{t('takeTheirs')}</Button>
        <Button variant="primary" blocked={blocked} busy={busy} onClick={onKeepMine}>
          {t('keepMine')}
        </Button>
      </div>
    </div>
  );
};

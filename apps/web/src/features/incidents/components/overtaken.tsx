import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useTranslations } from 'use-intl';
import { useEntries } from '../../../live/react.tsx';
import { Button } from '../../../ui/button.tsx';
import { useActorNames } from '../../../widgets/person.tsx';

type Props = {
  incidentId: IncidentId;
  changed: 'incident.summary-changed' | 'incident.title-changed';
  /** What stands now. */
  theirs: string;
  blocked: string | undefined;
  busy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Somebody else was first: both texts, and the choice. */
export const Overtaken = ({ incidentId, changed, theirs, blocked, busy, onKeepMine, onTakeTheirs }: Props) => {
  const t = useTranslations('incident.overtaken');
  const actor = useActorNames();
  const common = useTranslations('common');
  const entries = useEntries(incidentId);
  const by = entries.findLast((entry) => entry.origin === 'recorded' && entry.fact.type === changed)?.by;
  return (
    <div className="grid min-w-0 gap-2 rounded-m border border-sev3-fg bg-sev3-bg p-2">
      <p role="alert" className="font-medium">
        {t('changed', { name: by === undefined ? common('somebody') : actor(by) })}
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

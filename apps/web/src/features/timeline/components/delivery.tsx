import { CloudOff } from 'lucide-react';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useTranslations } from 'use-intl';
import { useUnsent } from '../../../live/react.tsx';
import type { RoomEntry } from '../../../live/live-client.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useProblemWords } from '../../../widgets/problem.tsx';
import { RefusedEdit, refusedEditOf } from '../editing/refused-edit.tsx';

/** How far what somebody wrote here has come; nothing once the server has it. */
export const DeliveryMark = ({ entry }: { entry: RoomEntry }) => {
  const t = useTranslations('timeline');
  if (entry.delivery === undefined) return null;
  switch (entry.delivery) {
    case 'pending':
      return (
        <span className="inline-flex items-center gap-1 text-meta text-text-2">
          <Spinner />
          {t('pending')}
        </span>
      );
    case 'unsent':
      return (
        <Badge tone="warn" title={t('unsentMeaning')}>
          <CloudOff size={12} aria-hidden />
          {t('unsent')}
        </Badge>
      );
    case 'refused':
      return <Badge tone="alarm">{t('refused')}</Badge>;
  }
};

/** What was refused, with its text and what can be done about it. */
export const Refused = ({ entry, incidentId }: { entry: RoomEntry; incidentId: IncidentId }) => {
  const edit = entry.origin === 'written' ? refusedEditOf(entry) : undefined;
  return entry.origin === 'written' && edit !== undefined ? (
    <RefusedEdit entry={entry} edit={edit} incidentId={incidentId} />
  ) : (
    <RefusedNote entry={entry} />
  );
};

const RefusedNote = ({ entry }: { entry: RoomEntry }) => {
  const t = useTranslations('timeline');
  const words = useProblemWords();
  const { retry, discard } = useUnsent();
  const { commandId, problem, keptText } = entry;
  return (
    <div role="alert" className="mt-1 grid justify-items-start gap-1 rounded-m border border-sev1-fg bg-sev1-bg p-2">
      {problem === undefined ? null : <p className="text-sev1-fg">{words(problem)}</p>}
      {keptText === undefined ? null : (
        <>
          <p className="text-dense text-text-2">{t('kept')}</p>
          <p dir="auto" className="max-h-80 overflow-y-auto whitespace-pre-wrap">
            {keptText}
          </p>
        </>
      )}
      {commandId === undefined ? null : (
        <div className="flex gap-2">
          <Button onClick={() => retry(commandId)}>{t('retry')}</Button>
          <Button variant="quiet" onClick={() => discard(commandId)}>
            {t('discard')}
          </Button>
        </div>
      )}
    </div>
  );
};

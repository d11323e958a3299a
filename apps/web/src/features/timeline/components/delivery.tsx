import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useTranslations } from 'use-intl';
import { useUnsent } from '../../../live/react.tsx';
import type { RoomEntry } from '../../../live/live-client.ts';
import { Button } from '../../../ui/button.tsx';
import { useProblemWords } from '../../../widgets/problem.tsx';
import { RefusedEdit, refusedEditOf } from '../editing/refused-edit.tsx';

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

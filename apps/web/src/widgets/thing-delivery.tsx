import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useTranslations } from 'use-intl';
import { useDelivery, useUnsent } from '../live/react.tsx';
import { Button } from '../ui/button.tsx';
import { DeliveryMark } from './delivery-mark.tsx';
import { useProblemWords } from './problem.tsx';

/** How far what was done here about a thing of the room has come, and what can be done where it was refused. */
export const ThingDelivery = ({ incidentId, id }: { incidentId: IncidentId; id: string }) => {
  const t = useTranslations('timeline');
  const words = useProblemWords();
  const delivery = useDelivery(incidentId, id);
  const { retry, discard } = useUnsent();
  if (delivery?.delivery === undefined) return null;
  const { commandId, problem } = delivery;
  if (delivery.delivery !== 'refused' || commandId === undefined) return <DeliveryMark entry={delivery} />;
  return (
    <div role="alert" className="grid justify-items-start gap-1 rounded-m border border-sev1-fg bg-sev1-bg p-2">
      <DeliveryMark entry={delivery} />
      {problem === undefined ? null : <p className="text-dense text-sev1-fg">{words(problem)}</p>}
      <div className="flex gap-2">
        <Button onClick={() => retry(commandId)}>{t('retry')}</Button>
        <Button variant="quiet" onClick={() => discard(commandId)}>
          {t('discard')}
        </Button>
      </div>
    </div>
  );
};

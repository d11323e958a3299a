import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useDelivery } from '../../live/react.tsx';
import { ThingDelivery } from '../../widgets/thing-delivery.tsx';

/** What did not get through at once. A line for what is only on its way would make others jump at each tick. */
export const LateDelivery = ({ incidentId, id }: { incidentId: IncidentId; id: string }) => {
  const { delivery } = useDelivery(incidentId, id) ?? {};
  return delivery === undefined || delivery === 'pending' ? null : <ThingDelivery incidentId={incidentId} id={id} />;
};

import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { create } from 'zustand';

/** Which incident somebody is relating another one to; called from the panel and from the menu of the room. */
export const useRelating = create<{ readonly incidentId?: IncidentId }>(() => ({}));

export const openRelate = (incidentId: IncidentId): void => useRelating.setState({ incidentId });
export const closeRelate = (): void => useRelating.setState({}, true);

import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { IncidentId } from '../kernel/ids.ts';
import type { IncidentEvent } from './events.ts';
import { isDeclared, type Incident, type IncidentState, type OpenIncident } from './state.ts';

export type Deciding<Command> = Decide<Command & { incidentId: IncidentId }, IncidentState, IncidentEvent>;

/** Already so. */
export const NOTHING: readonly IncidentEvent[] = [];

/** @throws Refusal `not-found` */
export const declared = (state: IncidentState): Incident => {
  if (!isDeclared(state)) throw new Refusal('not-found', 'There is no such incident.');
  return state;
};

/** @throws Refusal `not-found` | `conflict` */
export const open = (state: IncidentState): OpenIncident => {
  const incident = declared(state);
  if (incident.status === 'closed') {
    throw new Refusal('conflict', `${incident.key} is closed. Reopen it to change it.`, {
      current: { status: 'closed' },
    });
  }
  return incident;
};

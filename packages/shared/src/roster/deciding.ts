import type { IncidentKey, IncidentStatus } from '../incidents/values.ts';
import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { IncidentId } from '../kernel/ids.ts';
import type { RosterEvent } from './events.ts';
import type { Roster } from './state.ts';

type IncidentHeader =
  | { readonly status: 'undeclared' }
  | { readonly status: IncidentStatus; readonly key: IncidentKey };

/** Who is in an incident, and the incident as far as that depends on it. */
export type RosterContext = { readonly incident: IncidentHeader; readonly roster: Roster };

export type Deciding<Command> = Decide<Command & { incidentId: IncidentId }, RosterContext, RosterEvent>;

/** Already so. */
export const NOTHING: readonly RosterEvent[] = [];

/** @throws Refusal `not-found` | `conflict` */
export const openRoster = ({ incident, roster }: RosterContext): Roster => {
  if (incident.status === 'undeclared') throw new Refusal('not-found', 'There is no such incident.');
  if (incident.status === 'closed') {
    throw new Refusal('conflict', `${incident.key} is closed. Reopen it to change it.`, {
      current: { status: 'closed' },
    });
  }
  return roster;
};

import { mustBeOpen } from '../kernel/incident-standing.ts';
import type { IncidentKey, IncidentStatus } from '../incidents/values.ts';
import type { Decide } from '../kernel/decider.ts';
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
  mustBeOpen(incident);
  return roster;
};

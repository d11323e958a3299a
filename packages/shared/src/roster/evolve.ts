import type { IncidentEvent } from '../incidents/events.ts';
import type { Recorded } from '../kernel/event.ts';
import type { RosterEvent } from './events.ts';
import type { Roster } from './state.ts';

/** A role that moves, or an incident that closes, ends the offers that were about it. */
export const evolveRoster = (state: Roster, _event: Recorded<RosterEvent | IncidentEvent>): Roster => state;

import type { Aggregate } from '../kernel/decider.ts';
import type { Recorded } from '../kernel/event.ts';
import type { UserId } from '../kernel/ids.ts';
import type { Visibility } from '../kernel/permissions.ts';
import type { IncidentEvent } from '../incidents/events.ts';
import { evolveIncident } from '../incidents/evolve.ts';
import { isDeclared, undeclared, type IncidentState } from '../incidents/state.ts';
import type { TimelineEvent } from '../timeline/events.ts';
import { evolveTimeline } from '../timeline/evolve.ts';
import { emptyTimeline, type Timeline } from '../timeline/state.ts';

/** Everything in one incident's stream, folded: what the incident is, and what was written about it. */
export type Room = { readonly incident: IncidentState; readonly timeline: Timeline };
export type RoomEvent = IncidentEvent | TimelineEvent;

export const isIncidentEvent = (event: Recorded<RoomEvent>): event is Recorded<IncidentEvent> =>
  event.type.startsWith('incident.');

export const roomAggregate: Aggregate<Room, RoomEvent> = {
  name: 'incident',
  initialState: { incident: undeclared, timeline: emptyTimeline },
  evolve: (room, event) => ({
    incident: isIncidentEvent(event) ? evolveIncident(room.incident, event) : room.incident,
    timeline: evolveTimeline(room.timeline, event),
  }),
};

const NOBODY: readonly UserId[] = [];
const PUBLIC: Visibility = { private: false, members: NOBODY };

export const roomVisibility = (room: Room): Visibility => (isDeclared(room.incident) ? room.incident : PUBLIC);

import { evolveChecklists } from '../checklists/evolve.ts';
import { ChecklistEvents, type ChecklistEvent } from '../checklists/events.ts';
import { noChecklists, type Checklists } from '../checklists/state.ts';
import { evolveClocks, WRITING_EVENTS } from '../clocks/evolve.ts';
import { ClockEvents, type ClockEvent } from '../clocks/events.ts';
import { noClocks, type Clocks } from '../clocks/state.ts';
import { evolveHypotheses } from '../hypotheses/evolve.ts';
import { HypothesisEvents, type HypothesisEvent } from '../hypotheses/events.ts';
import { noHypotheses, type Hypotheses } from '../hypotheses/state.ts';
import { IncidentEvents, type IncidentEvent } from '../incidents/events.ts';
import { evolveIncident } from '../incidents/evolve.ts';
import { isDeclared, undeclared, type IncidentState } from '../incidents/state.ts';
import type { Aggregate } from '../kernel/decider.ts';
import type { DomainEvent, Recorded } from '../kernel/event.ts';
import type { UserId } from '../kernel/ids.ts';
import type { Visibility } from '../kernel/permissions.ts';
import { evolveMitigations } from '../mitigations/evolve.ts';
import { MitigationEvents, type MitigationEvent } from '../mitigations/events.ts';
import { noMitigations, type Mitigations } from '../mitigations/state.ts';
import { evolveRelations } from '../relations/evolve.ts';
import { RelationEvents, type RelationEvent } from '../relations/events.ts';
import { noRelations, type Relations } from '../relations/state.ts';
import { evolveRoster } from '../roster/evolve.ts';
import { RosterEvents, type RosterEvent } from '../roster/events.ts';
import { emptyRoster, type Roster } from '../roster/state.ts';
import { evolveSituation } from '../situation/evolve.ts';
import { SituationEvents, type SituationEvent } from '../situation/events.ts';
import { emptySituation, type Situation } from '../situation/state.ts';
import { evolveTasks } from '../tasks/evolve.ts';
import { TaskEvents, type TaskEvent } from '../tasks/events.ts';
import { noTasks, type Tasks } from '../tasks/state.ts';
import type { TimelineEvent } from '../timeline/events.ts';
import { evolveTimeline } from '../timeline/evolve.ts';
import { emptyTimeline, type Timeline } from '../timeline/state.ts';
import { evolveUpdates } from '../updates/evolve.ts';
import { UpdateEvents, type UpdateEvent } from '../updates/events.ts';
import { noUpdates, type Updates } from '../updates/state.ts';

/** What belongs to one incident besides itself and its timeline, each folded by its own domain. */
export type RoomParts = {
  readonly roster: Roster;
  readonly situation: Situation;
  readonly hypotheses: Hypotheses;
  readonly mitigations: Mitigations;
  readonly tasks: Tasks;
  readonly checklists: Checklists;
  readonly updates: Updates;
  readonly clocks: Clocks;
  readonly relations: Relations;
};

/** Everything in one incident's stream, folded: what the incident is, what is done about it, what was written. */
export type Room = RoomParts & { readonly incident: IncidentState; readonly timeline: Timeline };
export type RoomBesideTimeline = Omit<Room, 'timeline'>;

export type PartEvent =
  | RosterEvent
  | SituationEvent
  | HypothesisEvent
  | MitigationEvent
  | TaskEvent
  | ChecklistEvent
  | UpdateEvent
  | ClockEvent
  | RelationEvent;
export type RoomEvent = IncidentEvent | TimelineEvent | PartEvent;

type Part<Name extends keyof RoomParts = keyof RoomParts> = {
  readonly initial: RoomParts[Name];
  readonly events: Readonly<Record<string, unknown>>;
  /** It follows the incident's own events too. */
  readonly followsIncident?: true;
  /** It also looks at these of what people write. */
  readonly followsWriting?: readonly TimelineEvent['type'][];
  readonly evolve: (state: RoomParts[Name], event: never) => RoomParts[Name];
};

const PARTS: { readonly [Name in keyof RoomParts]: Part<Name> } = {
  roster: { initial: emptyRoster, events: RosterEvents, followsIncident: true, evolve: evolveRoster },
  situation: { initial: emptySituation, events: SituationEvents, evolve: evolveSituation },
  hypotheses: { initial: noHypotheses, events: HypothesisEvents, evolve: evolveHypotheses },
  mitigations: { initial: noMitigations, events: MitigationEvents, evolve: evolveMitigations },
  tasks: { initial: noTasks, events: TaskEvents, evolve: evolveTasks },
  checklists: { initial: noChecklists, events: ChecklistEvents, evolve: evolveChecklists },
  updates: { initial: noUpdates, events: UpdateEvents, evolve: evolveUpdates },
  clocks: {
    initial: noClocks,
    events: ClockEvents,
    followsIncident: true,
    followsWriting: WRITING_EVENTS,
    evolve: evolveClocks,
  },
  relations: { initial: noRelations, events: RelationEvents, evolve: evolveRelations },
};
const PART_NAMES = Object.keys(PARTS) as (keyof RoomParts)[];
const FOLLOWERS = PART_NAMES.filter((name) => PARTS[name].followsIncident === true);
const PART_OF = new Map<string, keyof RoomParts>(
  PART_NAMES.flatMap((name) => {
    const { events, followsWriting = [] } = PARTS[name];
    return [...Object.keys(events), ...followsWriting].map((type) => [type, name]);
  }),
);

/** Data schemas of all events in a room but the timeline's. */
export const PartEvents = {
  ...RosterEvents,
  ...SituationEvents,
  ...HypothesisEvents,
  ...MitigationEvents,
  ...TaskEvents,
  ...ChecklistEvents,
  ...UpdateEvents,
  ...ClockEvents,
  ...RelationEvents,
} as const;

export const emptyParts = Object.fromEntries(PART_NAMES.map((name) => [name, PARTS[name].initial])) as RoomParts;

/** The parts alone, without the incident and its timeline. */
export const partsOf = (room: RoomParts): RoomParts =>
  Object.fromEntries(PART_NAMES.map((name) => [name, room[name]])) as RoomParts;

const evolvePart = <R extends RoomBesideTimeline>(room: R, name: keyof RoomParts, event: Recorded<RoomEvent>): R => {
  const evolve = PARTS[name].evolve as (state: unknown, event: unknown) => unknown;
  const next = evolve(room[name], event);
  return next === room[name] ? room : { ...room, [name]: next };
};

export const isIncidentEvent = (event: DomainEvent): event is Recorded<IncidentEvent> =>
  Object.hasOwn(IncidentEvents, event.type);

/** All but the timeline, which grows without end: for views that show nothing of it. */
export const evolveBesideTimeline = <R extends RoomBesideTimeline>(room: R, event: Recorded<RoomEvent>): R => {
  if (isIncidentEvent(event)) {
    let next: R = { ...room, incident: evolveIncident(room.incident, event) };
    for (const name of FOLLOWERS) next = evolvePart(next, name, event);
    return next;
  }
  const part = PART_OF.get(event.type);
  return part === undefined ? room : evolvePart(room, part, event);
};

const evolveRoom = (room: Room, event: Recorded<RoomEvent>): Room => {
  const timeline = evolveTimeline(room.timeline, event);
  const next = evolveBesideTimeline(room, event);
  return timeline === room.timeline ? next : { ...next, timeline };
};

export const emptyRoomBesideTimeline: RoomBesideTimeline = { incident: undeclared, ...emptyParts };

export const roomAggregate: Aggregate<Room, RoomEvent> = {
  name: 'incident',
  initialState: { ...emptyRoomBesideTimeline, timeline: emptyTimeline },
  evolve: evolveRoom,
};

const NOBODY: readonly UserId[] = [];
const PUBLIC: Visibility = { private: false, members: NOBODY };

export const roomVisibility = (room: Room): Visibility => (isDeclared(room.incident) ? room.incident : PUBLIC);

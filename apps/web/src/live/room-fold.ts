import type { Recorded } from '@sitrep/shared/kernel/event';
import { EVENTS, EVENT_SCHEMA } from '@sitrep/shared/protocol/catalogue';
import type { RoomSnapshot, TimelinePage } from '@sitrep/shared/protocol/http';
import { roomAggregate, type Room, type RoomEvent } from '@sitrep/shared/rooms/room';
import { evolveTimeline } from '@sitrep/shared/timeline/evolve';
import type { Timeline, TimelineEntry } from '@sitrep/shared/timeline/state';
import { OutdatedError } from './outdated.ts';
import { keepSame } from './same.ts';
import type { TopicFold } from './topic.ts';

export type RoomState = {
  /** The timeline is a window: the newest entries and the older pages loaded so far. */
  readonly room: Room;
  /** The newest events, all those after `recentSince`: an older page may have been read before them. */
  readonly recent: readonly Recorded<RoomEvent>[];
  readonly recentSince: number;
  /** The server has no older entries. */
  readonly complete: boolean;
  /** Groups of alerts whose first entry lies before the window, so that others of the group are no news. */
  readonly groupsBefore: ReadonlySet<string>;
};

const RECENT_EVENTS = 500;

const groupOf = (entry: TimelineEntry): string | undefined =>
  entry.origin === 'recorded' && entry.fact.type === 'incident.alerts-joined' ? entry.fact.data.group : undefined;

const groupsIn = (entries: readonly TimelineEntry[]): Set<string> =>
  new Set(entries.flatMap((entry) => groupOf(entry) ?? []));

export const hasOlder = ({ complete, room: { timeline } }: RoomState): boolean =>
  !complete && timeline.entries.length < timeline.total;

/**
 * One per room: it remembers which groups of alerts it could not place, until a snapshot tells whether they began
 * before the window.
 */
export const createRoomFold = (): TopicFold<RoomState, RoomSnapshot> => {
  let unplaced = new Set<string>();

  const evolve = (state: RoomState, event: Recorded<RoomEvent>): Room => {
    if (!Object.hasOwn(EVENTS, event.type) || event.schema > EVENT_SCHEMA) throw new OutdatedError(event.type);
    const next = roomAggregate.evolve(state.room, event);
    if (event.type !== 'incident.alerts-joined') return next;
    const { group } = event.data;
    if (!hasOlder(state) || groupsIn(state.room.timeline.entries).has(group)) return next;
    if (state.groupsBefore.has(group)) return { ...next, timeline: state.room.timeline };
    unplaced.add(group);
    return next;
  };

  return {
    fromSnapshot: ({ incident, entries, total, position }, former) => {
      const formerEntries = new Map(former?.room.timeline.entries.map((entry) => [entry.id, entry]));
      const shown = groupsIn(entries);
      const known = [...(former?.groupsBefore ?? []), ...groupsIn([...formerEntries.values()]), ...unplaced];
      unplaced = new Set();
      return {
        room: {
          incident: keepSame(former?.room.incident, incident),
          timeline: { entries: entries.map((entry) => keepSame(formerEntries.get(entry.id), entry)), total },
        },
        recent: [],
        recentSince: position,
        complete: entries.length >= total,
        groupsBefore: new Set(known.filter((group) => !shown.has(group))),
      };
    },
    apply: (state, update) => {
      if (!('events' in update)) throw new OutdatedError(`no events in an update of ${update.topic}`);
      let next = state;
      for (const event of update.events) next = { ...next, room: evolve(next, event) };
      return unplaced.size > 0 ? undefined : { ...next, ...withRecent(next, update.events) };
    },
    difference: (former, next) => {
      const known = new Set(former.room.timeline.entries);
      return next.room.timeline.entries.filter((entry) => !known.has(entry)).length;
    },
  };
};

const withRecent = (
  { recent, recentSince }: RoomState,
  events: readonly Recorded<RoomEvent>[],
): Pick<RoomState, 'recent' | 'recentSince'> => {
  const all = [...recent, ...events];
  const dropped = all.length - RECENT_EVENTS;
  if (dropped <= 0) return { recent: all, recentSince };
  return { recent: all.slice(dropped), recentSince: all[dropped - 1]?.position ?? recentSince };
};

/**
 * Puts an older page before the window. Events that the page was read before are applied to its entries; nothing where
 * they are not known any more, or where the page does not end at the window.
 */
export const withOlderPage = (state: RoomState, before: number, page: TimelinePage): RoomState | undefined => {
  const { timeline } = state.room;
  if (timeline.entries[0]?.version !== before || page.position < state.recentSince) return undefined;
  let older: Timeline = { entries: page.items.filter(({ version }) => version < before), total: timeline.total };
  for (const event of state.recent) if (event.position > page.position) older = evolveTimeline(older, event);
  // What those events appended is in the window already.
  const entries = [...older.entries.filter(({ version }) => version < before), ...timeline.entries];
  return {
    ...state,
    room: { ...state.room, timeline: { entries, total: timeline.total } },
    complete: page.next === undefined || page.items.length === 0,
  };
};

import type { Recorded } from '@sitrep/shared/kernel/event';
import { EVENTS, EVENT_SCHEMA } from '@sitrep/shared/protocol/catalogue';
import type { RoomSnapshot, TimelinePage } from '@sitrep/shared/protocol/http';
import { partsOf, roomAggregate, type Room, type RoomEvent, type RoomParts } from '@sitrep/shared/rooms/room';
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
};

const RECENT_EVENTS = 500;

export const hasOlder = ({ complete, room: { timeline } }: RoomState): boolean =>
  !complete && timeline.entries.length < timeline.total;

const evolve = (room: Room, event: Recorded<RoomEvent>): Room => {
  if (!Object.hasOwn(EVENTS, event.type) || event.schema > EVENT_SCHEMA) throw new OutdatedError(event.type);
  return roomAggregate.evolve(room, event);
};

export const roomFold: TopicFold<RoomState, RoomSnapshot> = {
  fromSnapshot: ({ incident, parts, entries, total, position }, former) => {
    const formerEntries = new Map(former?.room.timeline.entries.map((entry) => [entry.id, entry]));
    return {
      room: {
        ...keepParts(former?.room, parts),
        incident: keepSame(former?.room.incident, incident),
        timeline: { entries: entries.map((entry) => keepSame(formerEntries.get(entry.id), entry)), total },
      },
      recent: [],
      recentSince: position,
      complete: entries.length >= total,
    };
  },
  apply: (state, update) => {
    if (!('events' in update)) throw new OutdatedError(`no events in an update of ${update.topic}`);
    return { ...state, room: update.events.reduce(evolve, state.room), ...withRecent(state, update.events) };
  },
  difference: (former, next) => {
    const known = new Set(former.room.timeline.entries);
    return next.room.timeline.entries.filter((entry) => !known.has(entry)).length;
  },
};

/** Each part the former object where nothing changed in it. */
export const keepParts = (former: RoomParts | undefined, next: RoomParts): RoomParts => {
  const parts = partsOf(next);
  if (former === undefined) return parts;
  const kept = Object.entries(parts).map(([name, part]) => [name, keepSame(former[name as keyof RoomParts], part)]);
  return Object.fromEntries(kept) as RoomParts;
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
  let older: readonly TimelineEntry[] = page.items.filter(({ version }) => version < before);
  for (const event of state.recent) {
    if (event.position > page.position) older = appliedToPage(older, timeline, event);
  }
  const entries = [...older, ...timeline.entries];
  return {
    ...state,
    room: { ...state.room, timeline: { entries, total: timeline.total } },
    complete: page.next === undefined || page.items.length === 0,
  };
};

/** An event may be about the page or about what was there after it: it is applied to both, and the page's part kept. */
const appliedToPage = (
  older: readonly TimelineEntry[],
  window: Timeline,
  event: Recorded<RoomEvent>,
): readonly TimelineEntry[] => {
  const then = [...older, ...window.entries.filter(({ version }) => version < event.version)];
  return evolveTimeline({ entries: then, total: window.total }, event).entries.slice(0, older.length);
};

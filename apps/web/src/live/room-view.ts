import { isDeclared } from '@sitrep/shared/incidents/state';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { emptyParts, type Room } from '@sitrep/shared/rooms/room';
import type { RoomEntry, RoomView } from './live-client.ts';
import { keepRows } from './live-list.ts';
import type { OutboxEntry } from './outbox-item.ts';
import { withOverlay, type OverlayContext } from './overlay.ts';
import { hasOlder, keepParts, type RoomState } from './room-fold.ts';
import { keepSame, same } from './same.ts';
import type { TopicState } from './topic.ts';

export const emptyRoom: RoomView = {
  status: 'loading',
  incident: undefined,
  parts: emptyParts,
  deliveries: new Map(),
  entries: [],
  hasOlder: false,
  loadingOlder: false,
  total: 0,
  pending: new Set(),
};

export type RoomSources = {
  readonly topic: TopicState<RoomState>;
  /** What was written here about this room and has not been accepted. */
  readonly waiting: readonly OutboxEntry[];
  /** Nothing while nobody is signed in. */
  readonly context: OverlayContext | undefined;
  readonly loadingOlder: boolean;
  readonly pending: ReadonlySet<CommandType>;
};

export const roomView = (sources: RoomSources, former: RoomView): RoomView => {
  const { topic, waiting, context, loadingOlder } = sources;
  const pending = keepSet(former.pending, sources.pending);
  if (topic.phase !== 'ready') return { ...emptyRoom, status: topic.phase, pending };
  const { room } = topic.state;
  const {
    room: ahead,
    entries,
    deliveries,
  } = context === undefined
    ? { room, entries: room.timeline.entries, deliveries: emptyRoom.deliveries }
    : withOverlay(room, waiting, context);
  return {
    status: 'ready',
    incident: isDeclared(room.incident) ? room.incident : undefined,
    parts: keepSame(former.parts, keepParts(former.parts, ahead)),
    deliveries: keepMap(former.deliveries, deliveries),
    entries: keepRows(former.entries, keepEntries(former.entries, entries, room)),
    hasOlder: hasOlder(topic.state),
    loadingOlder,
    total: room.timeline.total,
    pending,
  };
};

/** The overlay makes its entries anew each time: those that came out the same stay the same object. */
const keepEntries = (
  former: readonly RoomEntry[],
  next: readonly RoomEntry[],
  { timeline }: Room,
): readonly RoomEntry[] => {
  if (next === timeline.entries) return next;
  const ofServer = new Set<RoomEntry>(timeline.entries);
  const formerById = new Map(former.map((entry) => [entry.id, entry]));
  return next.map((entry) => (ofServer.has(entry) ? entry : keepSame(formerById.get(entry.id), entry)));
};

const keepMap = <T>(former: ReadonlyMap<string, T>, next: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
  same([...former], [...next]) ? former : next;

const keepSet = <T>(former: ReadonlySet<T>, next: ReadonlySet<T>): ReadonlySet<T> =>
  former.size === next.size && [...next].every((item) => former.has(item)) ? former : next;

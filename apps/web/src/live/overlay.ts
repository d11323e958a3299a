import type { Actor } from '@sitrep/shared/kernel/actor';
import { anticipate } from '@sitrep/shared/kernel/decider';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { DomainEvent } from '@sitrep/shared/kernel/event';
import type { CommandOf } from '@sitrep/shared/protocol/catalogue';
import { commandStream, decideCommand } from '@sitrep/shared/protocol/decide-command';
import { roomAggregate, type Room, type RoomEvent } from '@sitrep/shared/rooms/room';
import type { SettingsFacts } from '@sitrep/shared/settings/values';
import { entryOf } from '@sitrep/shared/timeline/state';
import type { Delivery, RoomEntry } from './live-client.ts';
import { fieldsOf, type OutboxEntry } from './outbox-item.ts';

export type OverlayContext = {
  readonly actor: Actor;
  readonly facts: SettingsFacts;
  /** What waits is on its way; otherwise it is said to be unsent. */
  readonly isLive: boolean;
};

export type Overlaid = {
  readonly room: Room;
  /** Of the room's timeline, each with how far it has come. */
  readonly entries: readonly RoomEntry[];
  readonly deliveries: ReadonlyMap<string, Delivery>;
};

const NO_DELIVERIES: ReadonlyMap<string, Delivery> = new Map();

/**
 * The room as it will be once everything that was written here is accepted: decided and folded by the same code as on
 * the server. A refused command changes nothing and leaves later ones standing; what it would have written stays
 * readable.
 */
export const withOverlay = (base: Room, waiting: readonly OutboxEntry[], context: OverlayContext): Overlaid => {
  if (waiting.length === 0) return { room: base, entries: base.timeline.entries, deliveries: NO_DELIVERIES };
  let room = base;
  const deliveries = new Map<string, Delivery>();
  for (const item of waiting) {
    const events = eventsOf(item, room, context);
    room = foldAhead(room, item, events, context.actor);
    for (const id of [...entryIdsOf(item), ...subjectsOf(item)]) {
      deliveries.set(id, worse(deliveries.get(id), deliveryOf(item, context)));
    }
  }
  const entries = room.timeline.entries.map((entry) => {
    const delivery = deliveries.get(entry.id);
    return delivery === undefined ? entry : { ...entry, ...delivery };
  });
  return { room, entries, deliveries };
};

/** Tasks, hypotheses and the like that a command is about, by whatever its id field is called. */
const subjectsOf = ({ command }: OutboxEntry): readonly string[] =>
  Object.entries(command as Readonly<Record<string, unknown>>).flatMap(([field, value]) =>
    field.endsWith('Id') && field !== 'incidentId' && field !== 'entryId' && typeof value === 'string' ? [value] : [],
  );

const eventsOf = (item: OutboxEntry, room: Room, { actor, facts }: OverlayContext): readonly DomainEvent[] => {
  if (item.progress.step === 'refused') return missingEntry(item, room);
  try {
    const command = item.command as CommandOf<typeof item.type>;
    return decideCommand(item.type, command, room, { now: item.writtenAt, actor, facts });
  } catch (error) {
    if (isRefusal(error)) return missingEntry(item, room);
    throw error;
  }
};

/** A new entry stays on screen although it is, or will be, refused: its text must not vanish. */
const missingEntry = (item: OutboxEntry, room: Room): readonly RoomEvent[] =>
  newEntriesOf(item).flatMap((data): readonly RoomEvent[] =>
    entryOf(room.timeline, data.entryId) === undefined ? [{ type: 'timeline.entry-added', data }] : [],
  );

const newEntriesOf = ({ type, command }: OutboxEntry) => {
  if (type === 'timeline.add-entry') {
    const { incidentId: _stream, ...data } = command as CommandOf<'timeline.add-entry'>;
    return [data];
  }
  if (type !== 'timeline.import-entries') return [];
  const { importId, entries } = command as CommandOf<'timeline.import-entries'>;
  return entries.map((entry) => ({ importId, ...entry }));
};

const entryIdsOf = (item: OutboxEntry): readonly string[] => {
  const { entryId } = fieldsOf(item.command);
  return entryId === undefined ? newEntriesOf(item).map((entry) => entry.entryId) : [entryId];
};

const foldAhead = (room: Room, item: OutboxEntry, events: readonly DomainEvent[], actor: Actor): Room => {
  const command = item.command as CommandOf<typeof item.type>;
  let next = room;
  for (const event of events as readonly RoomEvent[]) {
    const header = {
      stream: commandStream(item.type, command),
      version: (next.timeline.entries.at(-1)?.version ?? 0) + 1,
      id: item.commandId,
      at: item.writtenAt,
      actor: actor.ref,
      commandId: item.commandId,
    };
    next = roomAggregate.evolve(next, anticipate(event, header));
  }
  return next;
};

const deliveryOf = ({ commandId, progress, type, command }: OutboxEntry, { isLive }: OverlayContext): Delivery => {
  if (progress.step === 'refused') {
    const { text } = fieldsOf(command);
    return {
      delivery: 'refused',
      commandId,
      problem: progress.problem,
      refused: { type, command },
      ...(text === undefined ? {} : { keptText: text }),
    };
  }
  const unsent = progress.step === 'unsent' || (progress.step === 'waiting' && !isLive);
  return { delivery: unsent ? 'unsent' : 'pending', commandId };
};

const GRAVITY = { refused: 2, unsent: 1, pending: 0 } as const;

/** Of several commands about one entry the worst; of equals the first, of refused edits the last: it was made of the others. */
const worse = (a: Delivery | undefined, b: Delivery): Delivery => {
  if (a?.delivery === undefined || b.delivery === undefined) return b;
  if (a.refused?.type === 'timeline.edit-entry' && b.refused?.type === 'timeline.edit-entry') return b;
  return GRAVITY[b.delivery] > GRAVITY[a.delivery] ? b : a;
};

import { boardRow } from '@sitrep/shared/board/board-row';
import type { Actor } from '@sitrep/shared/kernel/actor';
import { DEFAULT_SETTINGS, type SettingsFacts } from '@sitrep/shared/settings/values';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { Recorded } from '@sitrep/shared/kernel/event';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { EVENT_SCHEMA, type CommandOf, type CommandType } from '@sitrep/shared/protocol/catalogue';
import { commandStream, decideCommand } from '@sitrep/shared/protocol/decide-command';
import type { CommandAnswer, ListSnapshot, RoomSnapshot, TimelinePage } from '@sitrep/shared/protocol/http';
import type { SubscribeAnswer, TopicUpdate } from '@sitrep/shared/protocol/socket';
import { parseTopic, type AnyRow } from '@sitrep/shared/protocol/topics';
import { partsOf, roomAggregate, type Room, type RoomEvent } from '@sitrep/shared/rooms/room';
import { CommandProblem } from '../command-problem.ts';
import { ModelPresence } from './model-presence.ts';

type Stream = { room: Room; version: number; position: number };
type Row = { readonly row: AnyRow | undefined; readonly id: string; readonly position: number };

const WINDOW = 6;
const PAGE = 4;
/** Who is further behind takes the snapshot. */
const RING = 8;

/** The server's half of the wire contract, without a disk, a network or time of its own. */
export class ModelServer {
  readonly events: Recorded<RoomEvent>[] = [];
  readonly #rooms = new Map<string, Stream>();
  readonly #answers = new Map<string, CommandAnswer>();
  readonly #rows = new Map<string, Row[]>([
    ['board', []],
    ['people', []],
    ['settings', []],
    ['alerts', []],
  ]);
  readonly #sent = new Map<string, number>();
  readonly listeners = new Set<(update: TopicUpdate) => void>();
  readonly presence = new ModelPresence();
  now = 1_700_000_000_000;

  constructor(readonly facts: SettingsFacts) {}

  room(id: string): Room | undefined {
    return this.#rooms.get(`incident/${id}`)?.room;
  }

  /** @throws CommandProblem */
  execute<T extends CommandType>(actor: Actor, type: T, command: CommandOf<T>, commandId: string): CommandAnswer {
    const former = this.#answers.get(commandId);
    if (former !== undefined) return { ...former, outcome: 'repeated' };
    const stream = commandStream(type, command);
    const held = this.#rooms.get(stream) ?? { room: roomAggregate.initialState, version: 0, position: 0 };
    let decided;
    try {
      decided = decideCommand(type, command, held.room, { now: this.now, actor, facts: this.facts });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      throw new CommandProblem({ ...error.details, code: error.code, detail: error.message });
    }
    const events = (decided as readonly RoomEvent[]).map((event): Recorded<RoomEvent> => {
      held.version += 1;
      const recorded = {
        ...event,
        stream,
        version: held.version,
        position: this.events.length + 1,
        id: `event-${this.events.length + 1}`,
        schema: EVENT_SCHEMA,
        at: this.now,
        actor: actor.ref,
        commandId,
      };
      this.events.push(recorded);
      held.room = roomAggregate.evolve(held.room, recorded);
      held.position = recorded.position;
      return recorded;
    });
    if (events.length === 0) return { events, position: this.events.length, outcome: 'unchanged' };
    this.#rooms.set(stream, held);
    const row = boardRow(held.room, DEFAULT_SETTINGS);
    const id = stream.slice('incident/'.length);
    this.setRow(
      held.room.incident.status !== 'undeclared' && held.room.incident.private ? `board/${id}` : 'board',
      id,
      row,
    );
    const answer: CommandAnswer = { events, position: held.position, outcome: 'accepted' };
    this.#answers.set(commandId, answer);
    return answer;
  }

  /** Puts a row as of the newest event; without one it is removed. */
  setRow(topic: string, id: string, row: AnyRow | undefined): void {
    const rows = this.#rows.get(topic) ?? [];
    this.#rows.set(topic, rows);
    const index = rows.findIndex((other) => other.id === id);
    if (JSON.stringify(rows[index]?.row) === JSON.stringify(row)) return;
    if (index >= 0) rows.splice(index, 1);
    rows.push({ id, row, position: this.events.length });
  }

  /** Sends what has gathered since the last time, one update per topic. */
  flush(): void {
    for (const topic of [...this.#rows.keys(), ...this.#rooms.keys()]) {
      const prev = this.#sent.get(topic) ?? 0;
      const position = this.position(topic);
      if (position === prev) continue;
      this.#sent.set(topic, position);
      const update = this.#update(topic, prev, position);
      // Over the wire everybody gets a copy.
      for (const listener of this.listeners) listener(structuredClone(update));
    }
  }

  position(topic: string): number {
    const rows = this.#rows.get(topic);
    return rows === undefined
      ? (this.#rooms.get(topic)?.position ?? 0)
      : Math.max(0, ...rows.map(({ position }) => position));
  }

  snapshot(topic: string): ListSnapshot | RoomSnapshot {
    const position = this.position(topic);
    const rows = this.#rows.get(topic);
    if (rows !== undefined) {
      return structuredClone({ topic, position, rows: rows.flatMap(({ row }) => row ?? []) });
    }
    const room = this.#rooms.get(topic)?.room;
    if (room === undefined) throw new CommandProblem({ code: 'not-found', detail: 'There is no such topic.' });
    const { entries, total } = room.timeline;
    const { incident } = room;
    return structuredClone({ topic, position, incident, parts: partsOf(room), entries: entries.slice(-WINDOW), total });
  }

  page(id: string, before: number): TimelinePage {
    const stream = this.#rooms.get(`incident/${id}`);
    const older = stream?.room.timeline.entries.filter(({ version }) => version < before) ?? [];
    const items = older.slice(-PAGE);
    const next = items.length < older.length ? { next: String(items[0]?.version) } : {};
    return structuredClone({ items, position: stream?.position ?? 0, ...next });
  }

  subscribe(topic: string, after: number | undefined): SubscribeAnswer {
    const also = topic === 'board' ? [...this.#rows.keys()].filter((name) => name.startsWith('board/')) : [];
    const position = this.position(topic);
    if (parseTopic(topic)?.kind === 'room' && position === 0) {
      return { outcome: 'refused', code: 'not-found', message: 'There is no such topic.' };
    }
    if (after === undefined || after > position || position - after > RING) return { outcome: 'take-snapshot', also };
    if (after === position) return { outcome: 'resumed', updates: [], also };
    return structuredClone({ outcome: 'resumed', updates: [this.#update(topic, after, position)], also });
  }

  #update(topic: string, prev: number, position: number): TopicUpdate {
    const rows = this.#rows.get(topic)?.filter((row) => row.position > prev);
    if (rows === undefined) {
      const events = this.events.filter((event) => event.stream === topic && event.position > prev);
      return { topic, prev, position, events };
    }
    const removed = rows.filter(({ row }) => row === undefined).map(({ id }) => id);
    return { topic, prev, position, changed: rows.flatMap(({ row }) => row ?? []), removed };
  }
}

/** Of the incident that the tests of live/ are about. */
export const declarationOf = (incidentId: IncidentId) => ({
  incidentId,
  title: 'Checkout fails',
  summary: '',
  severity: 2 as const,
  services: [],
  detection: 'monitoring' as const,
  private: false,
  alerts: [],
});

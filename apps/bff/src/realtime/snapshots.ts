import type { Actor } from '@sitrep/shared/kernel/actor';
import { Refusal } from '@sitrep/shared/kernel/errors';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { visibleTo } from '@sitrep/shared/kernel/permissions';
import { isDeclared } from '@sitrep/shared/incidents/state';
import { ROOM_WINDOW, type RoomSnapshot } from '@sitrep/shared/protocol/http';
import { parseTopic } from '@sitrep/shared/protocol/topics';
import { partsOf, roomVisibility, type Room } from '@sitrep/shared/rooms/room';
import { PACKINGS, type Encoding } from '../http/send-json.ts';
import type { EventLog } from '../ports/event-log.ts';
import { loadStream } from '../projections/pipeline.ts';
import type { Versioned } from '../ports/snapshot-store.ts';
import type { OpenSet } from '../projections/open-set.ts';
import type { ListTopic } from './list-topic.ts';
import type { Topics } from './topics.ts';

export type Snapshot = {
  readonly position: number;
  readonly json: Buffer;
  /** Compressed; made when first asked for in this encoding, then kept. */
  readonly packed: (encoding: Encoding) => Buffer;
};

export type SnapshotsDeps = {
  readonly topics: Topics;
  readonly openSet: OpenSet;
  readonly log: EventLog;
};

// Restart with thousands of clients: everybody asks for the same few topics.
const KEPT = 200;

/** Topics by HTTP, their bytes kept until something changes. */
export class Snapshots {
  readonly #deps: SnapshotsDeps;
  readonly #kept = new Map<string, Snapshot & { readonly revision: number }>();

  constructor(deps: SnapshotsDeps) {
    this.#deps = deps;
  }

  /** @throws Refusal `not-found`, equal for what is missing and what is not visible. */
  async of(actor: Actor, topic: string): Promise<Snapshot> {
    const parsed = parseTopic(topic);
    switch (parsed?.kind) {
      case undefined:
        throw missing();
      case 'list': {
        return this.#ofList(topic, this.#deps.topics.lists[parsed.list].list);
      }
      case 'private-row': {
        const { state } = await this.#room(parsed.incidentId);
        const list = this.#deps.topics.privateRow(parsed.incidentId)?.list;
        if (list === undefined || !visibleTo(actor, roomVisibility(state as Room))) throw missing();
        return this.#ofList(topic, list);
      }
      case 'room': {
        const held = await this.#room(parsed.incidentId);
        const room = held.state as Room;
        if (!isDeclared(room.incident) || !visibleTo(actor, roomVisibility(room))) throw missing();
        const { position } = held;
        return this.#snapshot(topic, position, position, () => roomJson(topic, position, room));
      }
    }
  }

  async #room(id: IncidentId): Promise<Versioned> {
    const { openSet, log } = this.#deps;
    // Not beyond what is applied: updates that follow begin there.
    return openSet.get(`incident/${id}`) ?? (await loadStream(log, `incident/${id}`, openSet.position));
  }

  #ofList(topic: string, list: ListTopic<{ readonly id: string }>): Snapshot {
    const { revision, position } = list;
    return this.#snapshot(topic, revision, position, () => listJson(topic, position, list.rowsJson));
  }

  /** @param revision of what `make` reads: the same one makes the same bytes */
  #snapshot(topic: string, revision: number, position: number, make: () => string): Snapshot {
    const kept = this.#kept.get(topic);
    if (kept?.revision === revision && kept.position === position) return kept;
    const json = Buffer.from(make());
    const packed: { [E in Encoding]?: Buffer } = {};
    const pack = (encoding: Encoding): Buffer => (packed[encoding] ??= PACKINGS[encoding].pack(json));
    const snapshot = { revision, position, json, packed: pack };
    this.#kept.delete(topic);
    this.#kept.set(topic, snapshot);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return snapshot;
  }
}

const missing = (): Refusal => new Refusal('not-found', 'There is no such topic.');

const listJson = (topic: string, position: number, rowsJson: string): string =>
  `{"topic":"${topic}","position":${position},"rows":${rowsJson}}`;

const roomJson = (topic: string, position: number, room: Room): string =>
  JSON.stringify({
    topic,
    position,
    incident: room.incident,
    parts: partsOf(room),
    entries: room.timeline.entries.slice(-ROOM_WINDOW),
    total: room.timeline.total,
  } satisfies RoomSnapshot);

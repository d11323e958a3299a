import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { roomVisibility, type Room } from '@sitrep/shared/rooms/room';
import type { ClosedIncident } from '@sitrep/shared/incidents/state';
import type { EventLog } from '../ports/event-log.ts';
import type { HistoryEntry, ReadStore } from '../ports/read-store.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { loadStream } from './pipeline.ts';

const CHUNK = 5_000;
// Per transaction while catching up: keeps both memory and the pauses of the event loop small.
const LOADED_AT_ONCE = 50;

/** The only events that can put an incident into history, take it out, or change what history says of it. */
const TOUCHES_HISTORY = new Set([
  'incident.closed',
  'incident.reopened',
  'incident.milestone-set',
  'incident.access-granted',
  'incident.access-revoked',
]);

/** Keeps the read store in step with the log: first what it missed, then live; always behind the answer, never before. */
export class HistoryIndexer {
  readonly #log: EventLog;
  readonly #store: ReadStore;
  #wanted = 0;
  #running: Promise<void> | undefined;
  #stopped = false;
  #caughtUp = false;
  readonly #onFault: (error: unknown) => void;

  constructor(log: EventLog, store: ReadStore, onFault: (error: unknown) => void) {
    this.#log = log;
    this.#store = store;
    this.#onFault = onFault;
  }

  /** What was indexed from another log, or from a part of it that a restored backup does not have, is dropped. */
  async load(): Promise<void> {
    const position = this.#store.position();
    const [event] = position === 0 ? [] : await this.#log.readAll(position - 1, 1);
    if (event?.id !== this.#store.lastEventId() && position > 0) this.#store.clear();
    this.#caughtUp = this.#store.position() >= this.#log.head();
  }

  /** Call whenever the log has grown. */
  wake(head: number): void {
    this.#wanted = Math.max(this.#wanted, head);
    if (this.#running !== undefined || this.#stopped || this.#wanted <= this.#store.position()) return;
    this.#running = this.#catchUp()
      .catch((error: unknown) => {
        this.#stopped = true;
        this.#onFault(error);
      })
      .finally(() => {
        this.#running = undefined;
        this.wake(this.#wanted);
      });
  }

  /**
   * Before rights that may just have changed are read from history. A store that is being built from nothing is not
   * waited for: each incident enters it with the rights of that moment.
   */
  async upToDate(): Promise<void> {
    if (this.#caughtUp) await this.indexedUpTo(this.#log.head());
  }

  /** Resolves when history knows everything up to a position. */
  async indexedUpTo(position: number): Promise<void> {
    this.wake(position);
    while (this.#store.position() < position && this.#running !== undefined) await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #catchUp(): Promise<void> {
    while (!this.#stopped && this.#store.position() < this.#wanted) {
      const events = await this.#log.readAll(this.#store.position(), CHUNK);
      const last = events.at(-1);
      if (last === undefined) return;
      await this.#index(events, last);
    }
    this.#caughtUp = true;
  }

  async #index(events: readonly StoredEvent[], last: StoredEvent): Promise<void> {
    const touched = events.filter(({ type }) => TOUCHES_HISTORY.has(type)).map(({ stream }) => stream);
    const streams = [...new Set(touched)];
    const before = { position: this.#store.position(), lastEventId: this.#store.lastEventId() };
    for (let from = 0; from < streams.length && !this.#stopped; from += LOADED_AT_ONCE) {
      const put: HistoryEntry[] = [];
      const remove: IncidentId[] = [];
      for (const stream of streams.slice(from, from + LOADED_AT_ONCE)) {
        // As it is now, not as it was at this event: nobody reads by rights that were taken away since.
        const room = (await loadStream(this.#log, stream)).state as Room;
        if (room.incident.status === 'closed') put.push(historyEntry(room, room.incident));
        else if (room.incident.status !== 'undeclared') remove.push(room.incident.id);
      }
      this.#store.apply({ put, remove, ...before });
    }
    if (!this.#stopped) this.#store.apply({ put: [], remove: [], position: last.position, lastEventId: last.id });
  }
}

export const historyEntry = (room: Room, incident: ClosedIncident): HistoryEntry => {
  const { id, key, title, severity, services, declaredAt, closedAt, closure, milestones, summary } = incident;
  const written = room.timeline.entries.flatMap((entry) =>
    entry.origin === 'written' && entry.retracted === undefined ? [entry.text] : [],
  );
  const reason = 'reason' in closure ? closure.reason : closure.key;
  return {
    row: {
      id,
      key,
      title,
      severity,
      services,
      declaredAt,
      closedAt,
      closure,
      ...(milestones.resolved === undefined ? {} : { resolvedAt: milestones.resolved }),
      ...(milestones.started === undefined ? {} : { startedAt: milestones.started }),
    },
    visibility: { private: roomVisibility(room).private, members: roomVisibility(room).members },
    text: [key, title, summary, services.join(' '), reason, ...written].join('\n'),
  };
};

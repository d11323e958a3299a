import { Refusal } from '@sitrep/shared/kernel/errors';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { roomVisibility, type Room } from '@sitrep/shared/rooms/room';
import type { ClosedIncident } from '@sitrep/shared/incidents/state';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { HistoryEntry, ReadStore } from '../ports/read-store.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { loadStream } from './pipeline.ts';
import { roomTexts } from './room-texts.ts';

const CHUNK = 5_000;
// Per transaction while catching up: keeps both memory and the pauses of the event loop small.
const LOADED_AT_ONCE = 50;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
// Less than what a proxy waits for an answer.
export const PATIENCE_MS = 5_000;

/** Told of the first failure of a row, and of the end of the row. */
export type IndexerHealth = { readonly onFault: (error: unknown) => void; readonly onHealed: () => void };

type Waiter = { readonly position: number; readonly settle: (reached: boolean) => void };

/** The only events that can put an incident into history, take it out, or change what history says of it. */
const TOUCHES_HISTORY = new Set([
  'incident.closed',
  'incident.reopened',
  'incident.milestone-set',
  'incident.access-granted',
  'incident.access-revoked',
  'relation.added',
  'relation.removed',
  // One that was on its way leaves although the incident is closed.
  'update.published',
]);

/** Keeps the read store in step with the log: first what it missed, then live; always behind the answer, never before. */
export class HistoryIndexer {
  readonly #log: EventLog;
  readonly #store: ReadStore;
  #wanted = 0;
  #running: Promise<void> | undefined;
  #stopped = false;
  #caughtUp = false;
  #failures = 0;
  #cancelRetry: (() => void) | undefined;
  readonly #clock: Clock;
  readonly #health: IndexerHealth;
  readonly #waiting = new Set<Waiter>();

  constructor(log: EventLog, store: ReadStore, clock: Clock, health: IndexerHealth) {
    this.#log = log;
    this.#store = store;
    this.#clock = clock;
    this.#health = health;
  }

  /** What was indexed from another log, or from a part of it that a restored backup does not have, is dropped. */
  async load(): Promise<void> {
    const position = this.#store.position();
    const [event] = position === 0 ? [] : await this.#log.readAll(position - 1, 1);
    if (event?.id !== this.#store.lastEventId() && position > 0) this.#store.clear();
    this.#caughtUp = this.#store.position() > 0 || this.#log.head() === 0;
  }

  /** Call whenever the log has grown. */
  wake(head: number): void {
    this.#wanted = Math.max(this.#wanted, head);
    const busy = this.#running !== undefined || this.#cancelRetry !== undefined;
    if (busy || this.#stopped || this.#wanted <= this.#store.position()) return;
    this.#running = this.#catchUp()
      .then(
        () => this.#healed(),
        (error: unknown) => this.#failed(error),
      )
      .then(() => {
        this.#running = undefined;
        this.wake(this.#wanted);
      });
  }

  /**
   * Before rights that may just have changed are read from history. A store that is being built from nothing is not
   * waited for: each incident enters it with the rights of that moment.
   */
  async upToDate(): Promise<void> {
    if (this.#caughtUp || this.#failures > 0) await this.indexedUpTo(this.#log.head());
  }

  /**
   * Resolves when history knows everything up to a position.
   * @throws Refusal `unavailable` where that takes too long, or cannot be
   */
  async indexedUpTo(position: number): Promise<void> {
    this.wake(position);
    if (this.#store.position() >= position) return;
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        position,
        settle: (reached) => {
          cancel();
          this.#waiting.delete(waiter);
          if (reached) resolve();
          else reject(behind());
        },
      };
      const cancel = this.#clock.after(PATIENCE_MS, () => waiter.settle(false));
      this.#waiting.add(waiter);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelRetry?.();
    await this.#running;
    for (const waiter of this.#waiting) waiter.settle(false);
  }

  #healed(): void {
    if (this.#failures > 0) this.#health.onHealed();
    this.#failures = 0;
  }

  #failed(error: unknown): void {
    if (this.#failures === 0) this.#health.onFault(error);
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS);
    this.#failures += 1;
    if (this.#stopped) return;
    this.#cancelRetry = this.#clock.after(pause, () => {
      this.#cancelRetry = undefined;
      this.wake(this.#wanted);
    });
  }

  #tellWaiting(): void {
    for (const waiter of this.#waiting) if (waiter.position <= this.#store.position()) waiter.settle(true);
  }

  async #catchUp(): Promise<void> {
    while (!this.#stopped && this.#store.position() < this.#wanted) {
      const events = await this.#log.readAll(this.#store.position(), CHUNK);
      const last = events.at(-1);
      if (last === undefined) return;
      await this.#index(events, last);
      this.#tellWaiting();
    }
    if (!this.#stopped) this.#caughtUp = true;
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

const behind = (): Refusal =>
  new Refusal('unavailable', 'The index of closed incidents is behind. Try again in a moment.', { retryAfterS: 5 });

export const historyEntry = (room: Room, incident: ClosedIncident): HistoryEntry => {
  const { id, key, title, severity, services, declaredAt, closedAt, closure, milestones, summary } = incident;
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
    text: [key, title, summary, services.join(' '), reason, ...roomTexts(room)].join('\n'),
  };
};

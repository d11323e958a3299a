import type { StreamId } from '@sitrep/shared/kernel/event';
import type { EventLog, Tail } from '../ports/event-log.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { absent, evolveVersioned, type OpenSet, type Versioned } from './open-set.ts';

/** One event and what it did to its stream's state. */
export type Applied = { readonly event: StoredEvent; readonly before: Versioned; readonly after: Versioned };

/** Told of every batch after it was folded, in order. Must not throw. */
export type AppliedListener = (batch: readonly Applied[]) => void;

const REPLAY_CHUNK = 10_000;

/** Folds one stream from the log, up to and including a position. */
export const loadStream = async (log: EventLog, stream: StreamId, upToPosition?: number): Promise<Versioned> => {
  const events = await log.readStream(stream, upToPosition === undefined ? {} : { upToPosition });
  let versioned = absent(stream);
  for (const event of events) versioned = evolveVersioned(versioned, event);
  return versioned;
};

/**
 * Feeds the open set from the log: the past at start, then the tail. Listeners see each event once, in order, after
 * the open set has it; a stream that had left memory is loaded again before its next event is folded.
 */
export class Pipeline {
  readonly #log: EventLog;
  readonly #openSet: OpenSet;
  readonly #listeners: AppliedListener[] = [];
  readonly #waiting: { readonly position: number; readonly resolve: () => void }[] = [];
  #batches: (readonly StoredEvent[])[] = [];
  #loading = false;
  #tail: Tail | undefined;
  #idle: (() => void)[] = [];

  constructor(log: EventLog, openSet: OpenSet) {
    this.#log = log;
    this.#openSet = openSet;
  }

  onApplied(listener: AppliedListener): void {
    this.#listeners.push(listener);
  }

  /** Folds what the log holds beyond the open set's position, telling listeners, then follows the tail. */
  async start(): Promise<void> {
    let chunk = await this.#log.readAll(this.#openSet.position, REPLAY_CHUNK);
    while (chunk.length > 0) {
      const next = this.#log.readAll(chunk.at(-1)?.position ?? 0, REPLAY_CHUNK);
      await this.#fold(chunk);
      chunk = await next;
    }
    this.#tail = this.#log.tail(this.#openSet.position, (batch) => {
      this.#batches.push(batch);
      this.#drain();
    });
    await this.#tail.caughtUp;
  }

  /** Resolves once everything up to a position is folded and listeners have been told. */
  appliedUpTo(position: number): Promise<void> {
    if (this.#openSet.position >= position) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ position, resolve }));
  }

  async stop(): Promise<void> {
    this.#tail?.stop();
    if (this.#loading) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #drain(): void {
    if (this.#loading) return;
    for (let batch = this.#batches.shift(); batch !== undefined; batch = this.#batches.shift()) {
      if (batch.some((event) => !this.#openSet.holdsPastOf(event))) {
        this.#loading = true;
        void this.#fold(batch).then(() => {
          this.#loading = false;
          this.#drain();
          for (const resolve of this.#idle.splice(0)) resolve();
        });
        return;
      }
      this.#tell(batch.map((event) => ({ event, ...this.#openSet.apply(event) })));
    }
  }

  async #fold(batch: readonly StoredEvent[]): Promise<void> {
    const applied: Applied[] = [];
    for (const event of batch) {
      if (!this.#openSet.holdsPastOf(event)) {
        this.#openSet.adopt(event.stream, await loadStream(this.#log, event.stream, event.position - 1));
      }
      applied.push({ event, ...this.#openSet.apply(event) });
    }
    this.#tell(applied);
  }

  #tell(batch: readonly Applied[]): void {
    for (const listener of this.#listeners) listener(batch);
    for (let index = this.#waiting.length - 1; index >= 0; index -= 1) {
      const waiter = this.#waiting[index];
      if (waiter !== undefined && waiter.position <= this.#openSet.position) {
        this.#waiting.splice(index, 1);
        waiter.resolve();
      }
    }
  }
}

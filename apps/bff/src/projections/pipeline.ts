import type { StreamId } from '@sitrep/shared/kernel/event';
import type { EventLog, Tail } from '../ports/event-log.ts';
import type { Versioned } from '../ports/snapshot-store.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { absent, evolveVersioned, type OpenSet } from './open-set.ts';

/** One event and what it did to its stream's state. */
export type Applied = { readonly event: StoredEvent; readonly before: Versioned; readonly after: Versioned };

/** Told of every batch after it was folded, in order. Must not throw. */
export type AppliedListener = (batch: readonly Applied[]) => void;

type Waiting = { readonly position: number; readonly resolve: () => void; readonly reject: (error: unknown) => void };

// Small enough that the states in between die young: larger chunks cost twice as much in garbage collection.
const REPLAY_CHUNK = 1_000;

/** Folds one stream from the log, up to and including a position. */
export const loadStream = async (log: EventLog, stream: StreamId, upToPosition?: number): Promise<Versioned> => {
  const events = await log.readStream(stream, upToPosition === undefined ? {} : { upToPosition });
  let versioned = absent(stream);
  for (const event of events) versioned = evolveVersioned(versioned, event);
  return versioned;
};

/**
 * Feeds the open set from the log: the past at start, then the tail. Listeners see each event once, in order, after
 * the open set has it and before anything else runs; a stream that had left memory is loaded again before its next
 * event is folded.
 */
export class Pipeline {
  readonly #log: EventLog;
  readonly #openSet: OpenSet;
  readonly #listeners: AppliedListener[] = [];
  readonly #batches: (readonly StoredEvent[])[] = [];
  #waiting: Waiting[] = [];
  #loading: Promise<void> | undefined;
  #tail: Tail | undefined;
  #fault: { readonly error: unknown } | undefined;
  #onFault: (error: unknown) => void = rethrow;

  constructor(log: EventLog, openSet: OpenSet) {
    this.#log = log;
    this.#openSet = openSet;
  }

  onApplied(listener: AppliedListener): void {
    this.#listeners.push(listener);
  }

  /**
   * Told when an event of the tail could not be folded or a listener threw: what is in memory is the log's fold no
   * longer, nothing more is folded, and the process must not go on. Without a hook the error is thrown uncaught.
   */
  onFault(hook: (error: unknown) => void): void {
    this.#onFault = hook;
  }

  /** Folds what the log holds beyond the open set's position, telling listeners, then follows the tail. */
  async start(): Promise<void> {
    let chunk = await this.#log.readAll(this.#openSet.position, REPLAY_CHUNK);
    while (chunk.length > 0) {
      const next = this.#log.readAll(chunk.at(-1)?.position ?? 0, REPLAY_CHUNK);
      // Looked at below; until then a failed read must not count as unhandled.
      next.catch(() => undefined);
      await this.#fold(chunk);
      chunk = await next;
    }
    this.#tail = this.#log.tail(this.#openSet.position, (batch) => {
      this.#batches.push(batch);
      if (this.#loading === undefined) this.#drain();
    });
    await this.#tail.caughtUp;
  }

  /** Resolves once everything up to a position is folded and listeners have been told. */
  appliedUpTo(position: number): Promise<void> {
    if (this.#openSet.position >= position) return Promise.resolve();
    if (this.#fault !== undefined) return Promise.reject(this.#fault.error);
    return new Promise((resolve, reject) => this.#waiting.push({ position, resolve, reject }));
  }

  /** Brings a stream that has left memory back, as far as it is applied, and keeps it in memory until `release`. */
  async hold(stream: StreamId): Promise<void> {
    this.#openSet.pin(stream);
    if (this.#openSet.get(stream) !== undefined) return;
    const past = await loadStream(this.#log, stream, this.#openSet.position);
    // Had an event of the stream been applied meanwhile, the pin would have kept its state.
    if (past.version > 0 && this.#openSet.get(stream) === undefined) this.#openSet.adopt(stream, past);
  }

  release(stream: StreamId): void {
    this.#openSet.unpin(stream);
  }

  async stop(): Promise<void> {
    this.#tail?.stop();
    await this.#loading;
  }

  #drain(): void {
    try {
      for (let batch = this.#batches[0]; batch !== undefined; batch = this.#batches[0]) {
        if (this.#fault !== undefined) return;
        const folded = this.#foldHeld(batch, 0);
        this.#batches.shift();
        if (folded === batch.length) continue;
        this.#loading = this.#fold(batch, folded)
          .catch((error: unknown) => this.#failed(error))
          .then(() => {
            this.#loading = undefined;
            this.#drain();
          });
        return;
      }
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Folds and tells in strides: between two of them streams that had left memory are loaded. */
  async #fold(batch: readonly StoredEvent[], from = 0): Promise<void> {
    let folded = this.#foldHeld(batch, from);
    for (let event = batch[folded]; event !== undefined; event = batch[folded]) {
      this.#openSet.adopt(event.stream, await loadStream(this.#log, event.stream, event.position - 1));
      folded = this.#foldHeld(batch, folded);
    }
  }

  /** As far as the pasts are at hand, in one go with telling: nobody sees the open set ahead of the listeners. */
  #foldHeld(batch: readonly StoredEvent[], from: number): number {
    const applied: Applied[] = [];
    let at = from;
    for (let event = batch[at]; event !== undefined && this.#openSet.holdsPastOf(event); event = batch[at]) {
      applied.push({ event, ...this.#openSet.apply(event) });
      at += 1;
    }
    if (applied.length > 0) this.#tell(applied);
    return at;
  }

  #tell(batch: readonly Applied[]): void {
    for (const listener of this.#listeners) listener(batch);
    if (this.#waiting.length === 0) return;
    const reached = this.#waiting.filter(({ position }) => position <= this.#openSet.position);
    if (reached.length === 0) return;
    this.#waiting = this.#waiting.filter(({ position }) => position > this.#openSet.position);
    for (const { resolve } of reached) resolve();
  }

  #failed(error: unknown): void {
    this.#fault = { error };
    this.#tail?.stop();
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    this.#onFault(error);
  }
}

const rethrow = (error: unknown): void =>
  queueMicrotask(() => {
    throw error;
  });

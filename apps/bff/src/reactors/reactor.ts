import { isRefusal } from '@sitrep/shared/kernel/errors';
import * as z from 'zod/mini';
import type { Clock } from '../ports/clock.ts';
import type { DocStore } from '../ports/doc-store.ts';
import type { EventLog, Tail } from '../ports/event-log.ts';
import type { Logger } from '../ports/logger.ts';
import type { StoredEvent } from '../ports/stored-event.ts';

export type ReactorDeps = {
  readonly log: EventLog;
  readonly docs: DocStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Resolves once the projections have everything up to a position. */
  appliedUpTo(position: number): Promise<void>;
};

/** What follows from events, beyond their own stream. */
export type Reaction = {
  /** Names its checkpoint: never changed. */
  readonly name: string;
  wants(event: StoredEvent): boolean;
  /**
   * Wanted events in order, a batch at a time, the projections being at the end of the log. May see events again after a
   * crash or a refusal `unavailable`: what it does twice must be done once.
   */
  handle(batch: readonly StoredEvent[]): Promise<void>;
};

const CHECKPOINTS = 'reactor-checkpoints';
const Checkpoint = z.object({ position: z.int() });

const BATCH = 1_000;
/** Positions passed without anything wanted before that is written down. */
const CHECKPOINT_EVERY = 5_000;
const RETRY_AFTER_MS = 1_000;
/** What comes again after a crash is what a reaction has to stand anyway: no write for each batch. */
const SAVE_WITHIN_MS = 1_000;

/** Follows the log from where it had got to, one batch after the other, and outlives every failure of its reaction. */
export class Reactor {
  readonly #deps: ReactorDeps;
  readonly #reaction: Reaction;
  readonly #tail: Tail;
  readonly #waiting = new Set<{ readonly position: number; readonly resolve: () => void }>();
  #queue: StoredEvent[] = [];
  #seen: number;
  #handled: number;
  #saved: number;
  #busy = false;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;
  #interruptPause = () => {};
  #cancelSave: (() => void) | undefined;

  private constructor(deps: ReactorDeps, reaction: Reaction, position: number) {
    this.#deps = deps;
    this.#reaction = reaction;
    this.#seen = position;
    this.#handled = position;
    this.#saved = position;
    this.#tail = deps.log.tail(position, (events) => {
      for (const event of events) if (reaction.wants(event)) this.#queue.push(event);
      this.#seen = events.at(-1)?.position ?? this.#seen;
      if (!this.#busy) this.#running = this.#run();
    });
    this.#tail.caughtUp.catch((error: unknown) => {
      if (!this.#stopped) deps.logger.error({ error, reactor: reaction.name }, 'a reactor cannot read the log');
    });
  }

  static async start(deps: ReactorDeps, reaction: Reaction): Promise<Reactor> {
    const checkpoint = Checkpoint.safeParse(await deps.docs.get(CHECKPOINTS, reaction.name));
    return new Reactor(deps, reaction, Math.min(checkpoint.data?.position ?? 0, deps.log.head()));
  }

  /** Resolves once everything up to a position has been handled, or the reactor has stopped. */
  handledUpTo(position: number): Promise<void> {
    if (this.#stopped || this.#handled >= position) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.add({ position, resolve }));
  }

  /** Resolves once the batch under way is done and where it got to is written down. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#tail.stop();
    this.#interruptPause();
    await this.#running;
    this.#cancelSave?.();
    if (this.#handled > this.#saved) await this.#save();
    for (const { resolve } of this.#waiting) resolve();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (!this.#stopped && this.#handled < this.#seen) {
      const seen = this.#seen;
      const batch = this.#queue.splice(0, BATCH);
      const position = this.#queue.length > 0 ? (batch.at(-1)?.position ?? seen) : seen;
      if (batch.length > 0 && !(await this.#handle(batch, position))) break;
      this.#handled = position;
      if (batch.length > 0 || position - this.#saved >= CHECKPOINT_EVERY) this.#saveSoon();
      this.#tellWaiting();
    }
    this.#busy = false;
  }

  /** Whether it was done before the reactor was stopped. */
  async #handle(batch: readonly StoredEvent[], position: number): Promise<boolean> {
    const { logger, log } = this.#deps;
    // Up to now, not to this batch: what the batch before this one led to has to show.
    await this.#deps.appliedUpTo(log.head());
    while (!this.#stopped) {
      try {
        await this.#reaction.handle(batch);
        return true;
      } catch (error) {
        const reactor = this.#reaction.name;
        if (!isRefusal(error) || error.code !== 'unavailable') {
          if (batch.length > 1) return this.#oneByOne(batch);
          // Stopping here would end every later reaction for the sake of one.
          logger.error({ error, reactor, position }, 'a reactor failed on this event and goes on after it');
          return true;
        }
        logger.warn({ error, reactor, position }, 'a reactor waits for the log to be writable');
        await this.#pause();
      }
    }
    return false;
  }

  /** So that one event costs only itself. What is done a second time has no effect. */
  async #oneByOne(batch: readonly StoredEvent[]): Promise<boolean> {
    for (const event of batch) if (!(await this.#handle([event], event.position))) return false;
    return true;
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#deps.clock.after(RETRY_AFTER_MS, resolve);
      this.#interruptPause = () => {
        cancel();
        resolve();
      };
    });
  }

  #saveSoon(): void {
    this.#cancelSave ??= this.#deps.clock.after(SAVE_WITHIN_MS, () => {
      this.#cancelSave = undefined;
      void this.#save();
    });
  }

  async #save(): Promise<void> {
    const { docs, logger } = this.#deps;
    const { name } = this.#reaction;
    const position = this.#handled;
    try {
      await docs.write([{ collection: CHECKPOINTS, key: name, value: { position } }]);
      this.#saved = position;
    } catch (error) {
      // Some events come again after the next start, which a reaction has to stand.
      logger.warn({ error, reactor: name, position }, 'the checkpoint of a reactor could not be written');
    }
  }

  #tellWaiting(): void {
    for (const waiter of this.#waiting) {
      if (waiter.position > this.#handled) continue;
      this.#waiting.delete(waiter);
      waiter.resolve();
    }
  }
}

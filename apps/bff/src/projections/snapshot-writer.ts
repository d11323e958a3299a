import type { Core } from '../core.ts';
import type { Logger } from '../ports/logger.ts';
import type { SnapshotStore } from '../ports/snapshot-store.ts';
import type { Topics } from '../realtime/topics.ts';

type Deps = {
  readonly core: Core;
  readonly topics: Topics;
  readonly store: SnapshotStore | undefined;
  readonly logger: Logger;
};

// Folding so many at start takes well under a second.
const EVENTS_BETWEEN = 50_000;

/** Writes the open set now and then and at the end, so that the next start folds little. */
export class SnapshotWriter {
  readonly #deps: Deps;
  #saved: number;
  #writing: Promise<void> | undefined;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#saved = deps.core.snapshot?.position ?? 0;
  }

  /** After each applied batch. */
  applied(): void {
    if (this.#deps.core.openSet.position - this.#saved >= EVENTS_BETWEEN) void this.write();
  }

  /** Waits for a write under way, then writes what has come since. */
  async finish(): Promise<void> {
    await this.#writing;
    await this.write();
  }

  async write(): Promise<void> {
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  async #write(): Promise<void> {
    const { core, topics, store, logger } = this.#deps;
    const { position } = core.openSet;
    if (store === undefined || position === this.#saved) return;
    this.#saved = position;
    // States never change once made, so what is taken here stays as it was while it is written.
    const streams = [...core.openSet.entries()];
    const memory = topics.memory();
    try {
      const [event] = await core.log.readAll(position - 1, 1);
      if (event === undefined) return;
      await store.save({ position, lastEventId: event.id, streams, topics: memory });
    } catch (error) {
      logger.warn({ error }, 'no snapshot could be written; the next start takes longer');
    }
  }
}

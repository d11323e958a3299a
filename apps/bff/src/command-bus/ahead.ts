import type { StreamId } from '@sitrep/shared/kernel/event';
import type { StoredEvent } from '../ports/stored-event.ts';
import type { Versioned } from '../ports/snapshot-store.ts';

type Entry = { readonly head: Versioned; readonly pending: number; readonly settled: Promise<unknown> };

/**
 * States ahead of the projections: what streams look like once the appends under way are durable. Lets one stream's
 * commands be decided without waiting for the sync of the one before.
 */
export class Ahead {
  readonly #streams = new Map<StreamId, Entry>();

  get(stream: StreamId): Versioned | undefined {
    return this.#streams.get(stream)?.head;
  }

  /** Settles with the last append under way on the stream; nothing when none is. */
  pendingOn(stream: StreamId): Promise<unknown> | undefined {
    const entry = this.#streams.get(stream);
    return entry !== undefined && entry.pending > 0 ? entry.settled : undefined;
  }

  /** Takes over the state that an append will lead to. */
  begin(stream: StreamId, head: Versioned, appending: Promise<unknown>): void {
    const former = this.#streams.get(stream);
    this.#streams.set(stream, { head, pending: (former?.pending ?? 0) + 1, settled: appending });
  }

  succeeded(stream: StreamId): void {
    const entry = this.#streams.get(stream);
    if (entry !== undefined) this.#streams.set(stream, { ...entry, pending: entry.pending - 1 });
  }

  /** What was decided on top of a failed append fails too, so the whole line is dropped. */
  failed(stream: StreamId): void {
    this.#streams.delete(stream);
  }

  /** The projections have caught up with these events. */
  applied(event: StoredEvent): void {
    const entry = this.#streams.get(event.stream);
    if (entry !== undefined && entry.pending <= 0 && entry.head.version <= event.version) {
      this.#streams.delete(event.stream);
    }
  }

  get size(): number {
    return this.#streams.size;
  }
}

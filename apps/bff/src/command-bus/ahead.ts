import type { Recorded, StreamId } from '@sitrep/shared/kernel/event';
import type { AppendOutcome } from '../ports/event-log.ts';
import type { Versioned } from '../ports/snapshot-store.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { evolveVersioned } from '../projections/open-set.ts';

/** Appends to one stream that were each decided on what the one before leads to; one fails, all after it fail. */
type Line = {
  head: Versioned;
  /** Follows the head, and is folded when somebody asks: most commands are alone on their stream, and nobody does. */
  coming: readonly Recorded[];
  pending: number;
  settled: Promise<AppendOutcome>;
};

/** One append's place in its line. */
export type Place = { readonly stream: StreamId; readonly line: Line };

/**
 * States ahead of the projections: what streams look like once the appends under way are durable. Lets one stream's
 * commands be decided without waiting for the sync of the one before.
 */
export class Ahead {
  readonly #lines = new Map<StreamId, Line>();

  get(stream: StreamId): Versioned | undefined {
    const line = this.#lines.get(stream);
    if (line === undefined) return undefined;
    for (const event of line.coming) line.head = evolveVersioned(line.head, event);
    line.coming = NOTHING;
    return line.head;
  }

  /** The last append under way on each of the streams: nothing is durable of what was decided on them before. */
  pendingOn(streams: readonly StreamId[]): readonly Promise<AppendOutcome>[] {
    return streams.flatMap((stream) => {
      const line = this.#lines.get(stream);
      return line !== undefined && line.pending > 0 ? [line.settled] : [];
    });
  }

  /** Takes over what an append, decided on `held`, will add. */
  begin(stream: StreamId, held: Versioned, coming: readonly Recorded[], appending: Promise<AppendOutcome>): Place {
    const line = this.#lines.get(stream) ?? { head: held, coming, pending: 0, settled: appending };
    line.head = held;
    line.coming = coming;
    line.pending += 1;
    line.settled = appending;
    this.#lines.set(stream, line);
    return { stream, line };
  }

  succeeded({ line }: Place): void {
    line.pending -= 1;
  }

  /** What was decided on top of a failed append fails too, so the whole line is dropped; a newer one stays. */
  failed({ stream, line }: Place): void {
    if (this.#lines.get(stream) === line) this.#lines.delete(stream);
  }

  /** The projections have caught up with these events. */
  applied(event: StoredEvent): void {
    const line = this.#lines.get(event.stream);
    if (line !== undefined && line.pending <= 0 && line.head.version + line.coming.length <= event.version) {
      this.#lines.delete(event.stream);
    }
  }

  get size(): number {
    return this.#lines.size;
  }
}

const NOTHING: readonly Recorded[] = [];

import type { StoredEvent } from '../../../ports/stored-event.ts';

type Read = (afterPosition: number, limit: number) => Promise<readonly StoredEvent[]>;

type Chunk = { readonly after: number; readonly limit: number; readonly events: Promise<readonly StoredEvent[]> };

/** Enough for the worker never to wait while the caller works. */
const CHUNKS_AHEAD = 2;

/**
 * Reads the next chunks while the caller works on this one, once somebody is seen to read on from where they stopped:
 * a replay of the whole log then waits for neither thread.
 */
export class ReadAhead {
  readonly #read: Read;
  #expectedAfter = -1;
  #ahead: Chunk[] = [];

  constructor(read: Read) {
    this.#read = read;
  }

  async next(afterPosition: number, limit: number, head: number): Promise<readonly StoredEvent[]> {
    const goesOn = afterPosition === this.#expectedAfter;
    const [prepared] = this.#ahead;
    const fits = prepared?.after === afterPosition && prepared.limit === limit;
    this.#ahead = fits ? this.#ahead.slice(1) : [];
    const reading = fits ? prepared.events : this.#read(afterPosition, limit);
    this.#expectedAfter = afterPosition + limit;
    if (goesOn) this.#readOn(afterPosition + limit, limit, head);
    return reading;
  }

  /** Whole chunks only: a short one would lack what is appended in the meantime. */
  #readOn(from: number, limit: number, head: number): void {
    while (this.#ahead.length < CHUNKS_AHEAD) {
      const after = (this.#ahead.at(-1)?.after ?? from - limit) + limit;
      if (after + limit > head) return;
      const events = this.#read(after, limit);
      events.catch(() => {});
      this.#ahead.push({ after, limit, events });
    }
  }
}

import type { StoredEvent } from '../../../ports/stored-event.ts';

type Read = (afterPosition: number, limit: number) => Promise<readonly StoredEvent[]>;

type Ahead = { readonly after: number; readonly limit: number; readonly events: Promise<readonly StoredEvent[]> };

/**
 * Reads the next chunk while the caller works on this one, once somebody is seen to read on from where they stopped:
 * a replay of the whole log then waits for neither thread.
 */
export class ReadAhead {
  readonly #read: Read;
  #expectedAfter = -1;
  #ahead: Ahead | undefined;

  constructor(read: Read) {
    this.#read = read;
  }

  async next(afterPosition: number, limit: number, head: number): Promise<readonly StoredEvent[]> {
    const goesOn = afterPosition === this.#expectedAfter;
    const ahead = this.#ahead;
    this.#ahead = undefined;
    const prepared = ahead?.after === afterPosition && ahead.limit === limit ? await ahead.events : undefined;
    // A short chunk was read when the log was shorter: it may lack what has been acknowledged since.
    const events = prepared?.length === limit ? prepared : await this.#read(afterPosition, limit);
    const last = events.at(-1)?.position;
    this.#expectedAfter = last ?? -1;
    if (goesOn && last !== undefined && last + limit <= head) {
      const started = this.#read(last, limit);
      started.catch(() => {});
      this.#ahead = { after: last, limit, events: started };
    }
    return events;
  }
}

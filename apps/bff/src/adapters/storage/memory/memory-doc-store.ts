import { EventLogFault } from '../../../ports/event-log.ts';
import type { Doc, DocChange, DocStore } from '../../../ports/doc-store.ts';
import { prepareDocs } from '../prepared-docs.ts';

/** Documents that live as long as their process. Kept as JSON text, so that nobody shares an object with the store. */
export class MemoryDocStore implements DocStore {
  readonly #collections = new Map<string, Map<string, string>>();
  #closed = false;

  async get(collection: string, key: string): Promise<unknown> {
    this.#assertOpen();
    return parsed(this.#collections.get(collection)?.get(key));
  }

  async list(collection: string): Promise<readonly Doc[]> {
    this.#assertOpen();
    return [...(this.#collections.get(collection) ?? [])]
      .toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      .map(([key, json]) => ({ key, value: parsed(json) }));
  }

  async write(changes: readonly DocChange[]): Promise<void> {
    this.#assertOpen();
    for (const { collection, key, json } of prepareDocs(changes)) {
      const docs = this.#collections.get(collection) ?? new Map<string, string>();
      this.#collections.set(collection, docs);
      if (json === null) docs.delete(key);
      else docs.set(key, json);
    }
  }

  async take(collection: string, key: string): Promise<unknown> {
    this.#assertOpen();
    const docs = this.#collections.get(collection);
    const json = docs?.get(key);
    docs?.delete(key);
    return parsed(json);
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #assertOpen(): void {
    if (this.#closed) throw new EventLogFault('unavailable', 'the document store is closed');
  }
}

function parsed(json: string | undefined): unknown {
  return json === undefined ? undefined : JSON.parse(json);
}

import { EventLogFault } from '../../../ports/event-log.ts';
import type { Doc, DocChange, DocStore } from '../../../ports/doc-store.ts';
import { prepareDocs } from '../prepared-docs.ts';
import type { WriteRequest, WriteResult } from './protocol.ts';
import type { StorageClient } from './storage-client.ts';

/** Documents in the log's database: what is written at the same moment as events shares their sync. */
export class FileDocStore implements DocStore {
  readonly #client: StorageClient;
  readonly #release: () => Promise<void>;
  #closed = false;

  constructor(client: StorageClient, release: () => Promise<void>) {
    this.#client = client;
    this.#release = release;
  }

  async get(collection: string, key: string): Promise<unknown> {
    this.#assertOpen();
    const json = await this.#client.ask({ ask: 'doc', collection, key });
    return json === null ? undefined : JSON.parse(json);
  }

  async list(collection: string): Promise<readonly Doc[]> {
    this.#assertOpen();
    const docs = await this.#client.ask({ ask: 'docs', collection });
    return docs.map(({ key, json }) => ({ key, value: JSON.parse(json) as unknown }));
  }

  async write(changes: readonly DocChange[]): Promise<void> {
    this.#assertOpen();
    const docs = prepareDocs(changes);
    await this.#write(
      { write: 'docs', docs },
      docs.reduce((size, { json }) => size + (json?.length ?? 0), 0),
    );
  }

  async take(collection: string, key: string): Promise<unknown> {
    this.#assertOpen();
    const result = await this.#write({ write: 'take', collection, key }, 0);
    return result.done === 'taken' && result.json !== null ? JSON.parse(result.json) : undefined;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#release();
  }

  #write(request: WriteRequest, size: number): Promise<WriteResult> {
    return new Promise((resolve, reject) => {
      this.#client.write(request, size, (result) => {
        if (result instanceof EventLogFault) reject(result);
        else resolve(result);
      });
    });
  }

  #assertOpen(): void {
    if (this.#closed) throw new EventLogFault('unavailable', 'the document store is closed');
  }
}

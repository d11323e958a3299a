export type Doc = { readonly key: string; readonly value: unknown };

export type DocChange = {
  readonly collection: string;
  readonly key: string;
  /** JSON-serialisable; `null` removes. */
  readonly value: unknown;
};

/**
 * Small durable documents that are not events: sessions, one-time tokens, repeat counters of alerts, reactor
 * checkpoints. Kept beside the log and synced with it. Every adapter passes `doc-store.contract.ts`.
 */
export interface DocStore {
  get(collection: string, key: string): Promise<unknown>;
  /** All documents of a collection, by key. */
  list(collection: string): Promise<readonly Doc[]>;
  /** Atomic over all changes; resolves once durable. */
  write(changes: readonly DocChange[]): Promise<void>;
  /** Removes a document and answers what it held: of two callers at the same moment one gets it, the other `undefined`. */
  take(collection: string, key: string): Promise<unknown>;
  close(): Promise<void>;
}

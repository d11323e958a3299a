import type { SqliteDatabase, SqliteStatement } from '../../../sqlite/driver.ts';
import type { WriteRequest } from '../protocol.ts';

const DUE_BYTES = 8 * 1024 * 1024;
const PAGE = 4_096;
/** Pages that every commit touches, whatever it holds: the ends of the tables and of their indexes. */
const PAGES_PER_COMMIT = 5;
/** A row beside its payload: header, hashes, index entries. */
const ROW_OVERHEAD = 600;

/**
 * Moves the write-ahead log into the database when it has grown, between batches and after their answers. The size is
 * reckoned, not measured: the log keeps its file and starts over in it, since growing a file makes each sync slower.
 */
export class Checkpointer {
  readonly #checkpoint: SqliteStatement;
  #written = 0;
  #held = false;

  constructor(db: SqliteDatabase) {
    this.#checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  }

  count(requests: readonly WriteRequest[]): void {
    this.#written += PAGES_PER_COMMIT * PAGE;
    for (const request of requests) this.#written += sizeOf(request);
  }

  /** @throws what SQLite throws: a full disk can be tried again later, a failed sync never */
  runIfDue(): void {
    if (this.#held || this.#written < DUE_BYTES) return;
    this.#written = 0;
    this.#checkpoint.get();
  }

  /** Brings the database file up to date and leaves it so until `moveOn`: what is written meanwhile waits in the log. */
  holdStill(): void {
    const { busy } = this.#checkpoint.get() as { busy: number };
    if (busy !== 0) throw new Error('the write-ahead log is in use');
    this.#held = true;
  }

  moveOn(): void {
    this.#held = false;
  }
}

function sizeOf(request: WriteRequest): number {
  switch (request.write) {
    case 'append':
      return request.streams.reduce(
        (sum, [, , events]) => events.reduce((bytes, [, , , payload]) => bytes + ROW_OVERHEAD + payload.length, sum),
        0,
      );
    case 'docs':
      return request.docs.reduce((sum, { json }) => sum + PAGE + (json?.length ?? 0), 0);
    case 'take':
      return PAGE;
  }
}

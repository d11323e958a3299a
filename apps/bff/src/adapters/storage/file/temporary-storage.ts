import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppendOutcome, EventLog } from '../../../ports/event-log.ts';
import { loadSqlite } from '../../sqlite/driver.ts';
import { systemClock } from '../../system-clock.ts';
import { DATABASE_FILE, openFileStorage } from './open-file-storage.ts';
import type { FileStorage, FileStorageOptions } from './open-file-storage.ts';

/** For tests of the file adapter. */

export type TemporaryStorage = {
  readonly folder: string;
  readonly storage: FileStorage;
  /** Closes the storage and removes its folder. */
  readonly destroy: () => Promise<void>;
};

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sitrep-storage-'));
}

/** A file storage in a folder of its own. */
export async function temporaryStorage(options: Partial<FileStorageOptions> = {}): Promise<TemporaryStorage> {
  const folder = options.folder ?? (await temporaryFolder());
  const storage = await openFileStorage({ clock: systemClock, ...options, folder });
  return {
    folder,
    storage,
    destroy: async () => {
      await storage.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Appends the `n`-th of a series of notes to `test/a` at time `n`; the stream must have `n - 1` events. */
export function appendNote(log: EventLog, n: number): Promise<AppendOutcome> {
  const event = { id: `id-${n}`, type: 'test.noted', schema: 1, data: { text: `note ${n}` } };
  return log.append([{ stream: 'test/a', expectedVersion: n - 1, events: [event] }], {
    actor: 'user/ada',
    commandId: `command-${n}`,
    at: n,
  });
}

export async function appendNotes(log: EventLog, count: number, from = 1): Promise<void> {
  await Promise.all(Array.from({ length: count }, (_, index) => appendNote(log, from + index)));
}

/** Changes a closed database behind the adapter's back. */
export async function tamper(folder: string, sql: string): Promise<void> {
  const { DatabaseSync } = await loadSqlite();
  const db = new DatabaseSync(join(folder, DATABASE_FILE), { timeout: 0 });
  // Not a prepared statement: one that is not collected yet keeps the lock of a closed connection.
  db.exec(sql);
  db.close();
}

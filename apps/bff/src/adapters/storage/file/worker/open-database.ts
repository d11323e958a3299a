import type { SqliteDatabase, SqliteDriver } from '../../../sqlite/driver.ts';
import { pragma, prepareSchema } from './schema.ts';

const SYNC_AT_EVERY_COMMIT = 2;

/**
 * Opens the file and takes it for this process alone: the lock is the kernel's, on the database itself, so a dead
 * owner leaves nothing behind and no second one gets in between.
 * @throws busy (see `sqlite-error.ts`) while another process has it
 */
export function openDatabase(driver: SqliteDriver, file: string): SqliteDatabase {
  const db = new driver.DatabaseSync(file, { timeout: 0 });
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    requireSetting(db, 'journal_mode', 'PRAGMA journal_mode = WAL', 'wal');
    db.exec('PRAGMA synchronous = FULL');
    requireSetting(db, 'synchronous', 'PRAGMA synchronous', SYNC_AT_EVERY_COMMIT);
    // Checkpoints are asked for: SQLite ignores the errors of automatic ones, and a lost sync must not go unseen.
    db.exec(`
      PRAGMA wal_autocheckpoint = 0;
      PRAGMA cache_size = -16384;
      PRAGMA temp_store = MEMORY;
      PRAGMA cell_size_check = ON;
      PRAGMA trusted_schema = OFF;
    `);
    db.exec('BEGIN IMMEDIATE; COMMIT');
    prepareSchema(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The whole structure is checked only where that takes no noticeable time. */
export function checkStructureIfSmall(db: SqliteDatabase): string | undefined {
  const pages = pragma(db, 'page_count');
  if (pages > 2_000) return undefined;
  const [first] = Object.values(db.prepare('PRAGMA integrity_check(1)').get() as Record<string, string>);
  return first === 'ok' ? undefined : first;
}

function requireSetting(db: SqliteDatabase, name: string, sql: string, wanted: string | number): void {
  const [got] = Object.values(db.prepare(sql).get() as Record<string, string | number>);
  if (got !== wanted) throw new Error(`SQLite refused ${name} = ${wanted}: it is ${got}.`);
}

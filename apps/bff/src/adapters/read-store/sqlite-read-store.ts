import { rmSync } from 'node:fs';
import type { Visibility } from '@sitrep/shared/kernel/permissions';
import { invalid } from '@sitrep/shared/kernel/refusals';
import type { HistoryRow } from '@sitrep/shared/protocol/http';
import type { HistoryQuery, ReadStore } from '../../ports/read-store.ts';
import type { SqliteDatabase, SqliteDriver } from '../sqlite/driver.ts';
import { isCorrupt } from '../sqlite/sqlite-error.ts';

// Part of the file's name: a changed layout starts from an empty file instead of migrating one that can be rebuilt.
export const READ_STORE_LAYOUT = 2;

const LAYOUT = `
  CREATE TABLE IF NOT EXISTS incident (
    id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, closed_at INTEGER NOT NULL, row TEXT NOT NULL,
    visibility TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS incident_by_time ON incident (closed_at DESC, id DESC);
  CREATE VIRTUAL TABLE IF NOT EXISTS incident_text USING fts5 (id UNINDEXED, text, tokenize = 'unicode61');
  CREATE TABLE IF NOT EXISTS progress (only INTEGER PRIMARY KEY CHECK (only = 1), position INTEGER NOT NULL, last_event_id TEXT NOT NULL);
  INSERT OR IGNORE INTO progress VALUES (1, 0, '');
`;

type Progress = { readonly position: number; readonly lastEventId: string };
type Found = { row: string; visibility: string; closed_at: number; id: string; excerpt?: string };

const CHUNK = 100;

/** `file` may be `:memory:`. Not synced: what a power cut takes or breaks is rebuilt from the log. */
export const openSqliteReadStore = (driver: SqliteDriver, file: string): ReadStore => {
  try {
    return open(driver, file);
  } catch (error) {
    if (!isCorrupt(error)) throw error;
    for (const part of [file, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
    return open(driver, file);
  }
};

const open = (driver: SqliteDriver, file: string): ReadStore => {
  const database = new driver.DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
    database.exec(LAYOUT);
    return new SqliteReadStore(database);
  } catch (error) {
    database.close();
    throw error;
  }
};

class SqliteReadStore implements ReadStore {
  readonly #database: SqliteDatabase;
  #progress: Progress;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#progress = database.prepare('SELECT position, last_event_id AS lastEventId FROM progress').get() as Progress;
  }

  position(): number {
    return this.#progress.position;
  }

  lastEventId(): string {
    return this.#progress.lastEventId;
  }

  clear(): void {
    this.#transaction(() => {
      this.#database.exec('DELETE FROM incident; DELETE FROM incident_text;');
      this.#proceed({ position: 0, lastEventId: '' });
    });
  }

  apply({ put, remove, position, lastEventId }: Parameters<ReadStore['apply']>[0]): void {
    const database = this.#database;
    const forget = database.prepare('DELETE FROM incident WHERE id = ?');
    const forgetText = database.prepare('DELETE FROM incident_text WHERE id = ?');
    const insert = database.prepare('INSERT INTO incident VALUES (?, ?, ?, ?, ?)');
    const insertText = database.prepare('INSERT INTO incident_text VALUES (?, ?)');
    this.#transaction(() => {
      for (const id of [...remove, ...put.map(({ row }) => row.id)]) {
        // The text table has no key of its own: looking there costs a scan, so only where there is something.
        if (Number(forget.run(id).changes) > 0) forgetText.run(id);
      }
      for (const { row, visibility, text } of put) {
        insert.run(row.id, row.key, row.closedAt, JSON.stringify(row), JSON.stringify(visibility));
        insertText.run(row.id, text);
      }
      this.#proceed({ position, lastEventId });
    });
  }

  list({ search, limit, cursor, isVisible }: HistoryQuery): ReturnType<ReadStore['list']> {
    const items: HistoryRow[] = [];
    let lookedAt = cursor === undefined ? undefined : parseCursor(cursor);
    // Of the last row answered, so that a cursor never names one that is not shown.
    let answered = lookedAt;
    for (;;) {
      const chunk = this.#chunk(search, lookedAt);
      for (const found of chunk) {
        lookedAt = { closedAt: found.closed_at, id: found.id };
        if (!isVisible(JSON.parse(found.visibility) as Visibility)) continue;
        if (items.length === limit && answered !== undefined) return { items, next: formatCursor(answered) };
        const row = JSON.parse(found.row) as HistoryRow;
        items.push(found.excerpt === undefined ? row : { ...row, excerpt: found.excerpt });
        answered = lookedAt;
      }
      if (chunk.length < CHUNK) return { items };
    }
  }

  find(idOrKey: string): ReturnType<ReadStore['find']> {
    const found = this.#database
      .prepare('SELECT row, visibility FROM incident WHERE id = ?1 OR key = ?1')
      .get(idOrKey) as { row: string; visibility: string } | undefined;
    if (found === undefined) return undefined;
    const row = JSON.parse(found.row) as HistoryRow;
    return { row, visibility: JSON.parse(found.visibility) as Visibility };
  }

  close(): void {
    this.#database.close();
  }

  #transaction(work: () => void): void {
    const before = this.#progress;
    this.#database.exec('BEGIN');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      this.#progress = before;
      throw error;
    }
  }

  #proceed(progress: Progress): void {
    this.#database
      .prepare('UPDATE progress SET position = ?, last_event_id = ?')
      .run(progress.position, progress.lastEventId);
    this.#progress = progress;
  }

  #chunk(search: string, after: Cursor | undefined): readonly Found[] {
    const from = after ?? { closedAt: Number.MAX_SAFE_INTEGER, id: '~' };
    const words = matchExpression(search);
    if (words === '') {
      return this.#database
        .prepare(
          `SELECT id, row, visibility, closed_at FROM incident
           WHERE (closed_at, id) < (?, ?) ORDER BY closed_at DESC, id DESC LIMIT ${CHUNK}`,
        )
        .all(from.closedAt, from.id) as Found[];
    }
    return this.#database
      .prepare(
        `SELECT incident.id, row, visibility, closed_at, snippet(incident_text, 1, '⟦', '⟧', '…', 24) AS excerpt
         FROM incident_text JOIN incident ON incident.id = incident_text.id
         WHERE incident_text MATCH ? AND (closed_at, incident.id) < (?, ?)
         ORDER BY closed_at DESC, incident.id DESC LIMIT ${CHUNK}`,
      )
      .all(words, from.closedAt, from.id) as Found[];
  }
}

/** Every word quoted, so that nothing typed is read as query syntax; the last one may be unfinished. */
const matchExpression = (search: string): string => {
  const words = search.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
};

type Cursor = { readonly closedAt: number; readonly id: string };

const formatCursor = ({ closedAt, id }: Cursor): string => Buffer.from(`${closedAt}:${id}`).toString('base64url');

const parseCursor = (cursor: string): Cursor => {
  const [closedAt, id] = Buffer.from(cursor, 'base64url').toString().split(':');
  const time = Number(closedAt);
  if (id === undefined || !Number.isSafeInteger(time)) throw invalid('cursor', 'This is no cursor of an earlier page.');
  return { closedAt: time, id };
};

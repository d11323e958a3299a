import type { Visibility } from '@sitrep/shared/kernel/permissions';
import { invalid } from '@sitrep/shared/kernel/refusals';
import type { HistoryRow } from '@sitrep/shared/protocol/http';
import type { HistoryQuery, ReadStore } from '../../ports/read-store.ts';
import type { SqliteDatabase, SqliteDriver } from '../sqlite/driver.ts';

// Part of the file's name: a changed layout starts from an empty file instead of migrating one that can be rebuilt.
export const READ_STORE_LAYOUT = 1;

const LAYOUT = `
  CREATE TABLE IF NOT EXISTS incident (
    id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, closed_at INTEGER NOT NULL, row TEXT NOT NULL,
    visibility TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS incident_by_time ON incident (closed_at DESC, id DESC);
  CREATE VIRTUAL TABLE IF NOT EXISTS incident_text USING fts5 (id UNINDEXED, text, tokenize = 'unicode61');
  CREATE TABLE IF NOT EXISTS progress (only INTEGER PRIMARY KEY CHECK (only = 1), position INTEGER NOT NULL);
  INSERT OR IGNORE INTO progress VALUES (1, 0);
`;

type Found = { row: string; visibility: string; closed_at: number; id: string; excerpt?: string };

const CHUNK = 100;

/** `file` may be `:memory:`. Not synced: what a power cut takes is rebuilt from the log. */
export const openSqliteReadStore = (driver: SqliteDriver, file: string): ReadStore => {
  const database = new driver.DatabaseSync(file, { timeout: 0 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;');
  database.exec(LAYOUT);
  return new SqliteReadStore(database);
};

class SqliteReadStore implements ReadStore {
  readonly #database: SqliteDatabase;
  #position: number;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#position = (database.prepare('SELECT position FROM progress').get() as { position: number }).position;
  }

  position(): number {
    return this.#position;
  }

  apply({ put, remove, position }: Parameters<ReadStore['apply']>[0]): void {
    const database = this.#database;
    const forget = database.prepare('DELETE FROM incident WHERE id = ?');
    const forgetText = database.prepare('DELETE FROM incident_text WHERE id = ?');
    const insert = database.prepare('INSERT INTO incident VALUES (?, ?, ?, ?, ?)');
    const insertText = database.prepare('INSERT INTO incident_text VALUES (?, ?)');
    database.exec('BEGIN');
    try {
      for (const id of [...remove, ...put.map(({ row }) => row.id)]) {
        // The text table has no key of its own: looking there costs a scan, so only where there is something.
        if (Number(forget.run(id).changes) > 0) forgetText.run(id);
      }
      for (const { row, visibility, text } of put) {
        insert.run(row.id, row.key, row.closedAt, JSON.stringify(row), JSON.stringify(visibility));
        insertText.run(row.id, text);
      }
      database.prepare('UPDATE progress SET position = ?').run(position);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
    this.#position = position;
  }

  list({ search, limit, cursor, isVisible }: HistoryQuery): ReturnType<ReadStore['list']> {
    const items: HistoryRow[] = [];
    let after = cursor === undefined ? undefined : parseCursor(cursor);
    for (;;) {
      const chunk = this.#chunk(search, after);
      for (const found of chunk) {
        if (!isVisible(JSON.parse(found.visibility) as Visibility)) continue;
        if (items.length === limit && after !== undefined) return { items, next: formatCursor(after) };
        const row = JSON.parse(found.row) as HistoryRow;
        items.push(found.excerpt === undefined ? row : { ...row, excerpt: found.excerpt });
        after = { closedAt: found.closed_at, id: found.id };
      }
      const last = chunk.at(-1);
      if (chunk.length < CHUNK || last === undefined) return { items };
      if (items.length < limit) after = { closedAt: last.closed_at, id: last.id };
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

import { rmSync } from 'node:fs';
import type { Visibility } from '@sitrep/shared/kernel/permissions';
import { invalid } from '@sitrep/shared/kernel/refusals';
import type { HistoryRow } from '@sitrep/shared/protocol/http';
import type { HistoryQuery, ReadStore } from '../../ports/read-store.ts';
import type { SqliteDatabase, SqliteDriver } from '../sqlite/driver.ts';
import { isCorrupt } from '../sqlite/sqlite-error.ts';

// Part of the file's name: a changed layout starts from an empty file instead of migrating one that can be rebuilt.
export const READ_STORE_LAYOUT = 4;

const LAYOUT = `
  CREATE TABLE IF NOT EXISTS incident (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL UNIQUE, closed_at INTEGER NOT NULL,
    visibility TEXT NOT NULL, row TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS incident_by_time ON incident (closed_at DESC, id DESC, visibility);
  CREATE VIRTUAL TABLE IF NOT EXISTS incident_text USING fts5 (text, tokenize = 'unicode61', prefix = '1 2 3');
  CREATE TABLE IF NOT EXISTS progress (only INTEGER PRIMARY KEY CHECK (only = 1), position INTEGER NOT NULL, last_event_id TEXT NOT NULL);
  INSERT OR IGNORE INTO progress VALUES (1, 0, '');
`;

type Progress = { readonly position: number; readonly lastEventId: string };
/** Number and visibility: all that is looked at of what is not shown. */
type Candidate = readonly [number, string];

const CHUNK = 1_000;
// Each one costs a lookup, and nobody remembers more of an incident.
const MOST_WORDS = 12;

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
    const forget = database.prepare('DELETE FROM incident WHERE id = ? RETURNING number');
    const forgetText = database.prepare('DELETE FROM incident_text WHERE rowid = ?');
    const insert = database.prepare(
      'INSERT INTO incident (id, key, closed_at, visibility, row) VALUES (?, ?, ?, ?, ?) RETURNING number',
    );
    const insertText = database.prepare('INSERT INTO incident_text (rowid, text) VALUES (?, ?)');
    this.#transaction(() => {
      for (const id of [...remove, ...put.map(({ row }) => row.id)]) {
        const gone = forget.get(id) as { number: number } | undefined;
        if (gone !== undefined) forgetText.run(gone.number);
      }
      for (const { row, visibility, text } of put) {
        const { id, key, closedAt } = row;
        const { number } = insert.get(id, key, closedAt, JSON.stringify(visibility), JSON.stringify(row)) as {
          number: number;
        };
        insertText.run(number, text);
      }
      this.#proceed({ position, lastEventId });
    });
  }

  list({ search, limit, cursor, isVisible }: HistoryQuery): ReturnType<ReadStore['list']> {
    const words = matchExpression(search);
    const after = cursor === undefined ? NEWEST : parseCursor(cursor);
    const mayRead = oncePerText((visibility) => isVisible(JSON.parse(visibility) as Visibility));
    const shown: number[] = [];
    for (const [number, visibility] of words === '' ? this.#everything(after) : this.#matches(words, after)) {
      if (!mayRead(visibility)) continue;
      shown.push(number);
      if (shown.length > limit) break;
    }
    const items = this.#rows(shown.slice(0, limit), words);
    const last = items.at(-1);
    return shown.length > limit && last !== undefined ? { items, next: formatCursor(last) } : { items };
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
      this.#progress = before;
      this.#rollBack();
      throw error;
    }
  }

  /** A full disk ends the transaction by itself; what went wrong is worth more than that nothing is left to undo. */
  #rollBack(): void {
    try {
      this.#database.exec('ROLLBACK');
    } catch {
      // Nothing was open any more.
    }
  }

  #proceed(progress: Progress): void {
    this.#database
      .prepare('UPDATE progress SET position = ?, last_event_id = ?')
      .run(progress.position, progress.lastEventId);
    this.#progress = progress;
  }

  *#everything(after: Cursor): Iterable<Candidate> {
    const next = this.#database.prepare(
      `SELECT number, visibility, closed_at, id FROM incident
       WHERE (closed_at, id) < (?, ?) ORDER BY closed_at DESC, id DESC LIMIT ${CHUNK}`,
    );
    next.setReturnArrays(true);
    for (let from = after; ;) {
      const chunk = next.all(from.closedAt, from.id) as unknown as readonly (readonly [
        number,
        string,
        number,
        string,
      ])[];
      for (const [number, visibility] of chunk) yield [number, visibility];
      const last = chunk.at(-1);
      if (last === undefined || chunk.length < CHUNK) return;
      from = { closedAt: last[2], id: last[3] };
    }
  }

  /** All at once: sorting takes them all, however few are shown. */
  #matches(words: string, after: Cursor): readonly Candidate[] {
    const all = this.#database.prepare(
      `SELECT number, visibility FROM incident
       WHERE number IN (SELECT rowid FROM incident_text WHERE incident_text MATCH ?) AND (closed_at, id) < (?, ?)
       ORDER BY closed_at DESC, id DESC`,
    );
    all.setReturnArrays(true);
    return all.all(words, after.closedAt, after.id) as unknown as readonly Candidate[];
  }

  /** In the order asked for; excerpts are made for these only. */
  #rows(numbers: readonly number[], words: string): readonly HistoryRow[] {
    const wanted = JSON.stringify(numbers);
    const rows = this.#database
      .prepare('SELECT row FROM json_each(?) JOIN incident ON number = value ORDER BY json_each.key')
      .all(wanted) as { row: string }[];
    const items = rows.map(({ row }) => JSON.parse(row) as HistoryRow);
    if (words === '') return items;
    // The plus keeps SQLite from starting one search per row.
    const excerpts = this.#database
      .prepare(
        `SELECT rowid AS number, snippet(incident_text, 0, '⟦', '⟧', '…', 24) AS excerpt FROM incident_text
         WHERE incident_text MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`,
      )
      .all(words, wanted) as { number: number; excerpt: string }[];
    const byNumber = new Map(excerpts.map(({ number, excerpt }) => [number, excerpt]));
    return items.map((row, at) => ({ ...row, excerpt: byNumber.get(numbers[at] ?? 0) ?? '' }));
  }
}

/** Every word quoted, so that nothing typed is read as query syntax; the last one may be unfinished. */
const matchExpression = (search: string): string => {
  const words = (search.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  return words.map((word, index) => (index === words.length - 1 ? `"${word}"*` : `"${word}"`)).join(' ');
};

/** Thousands of rows share a few visibilities. */
const oncePerText = (answer: (text: string) => boolean): ((text: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = answer(text);
    known.set(text, now);
    return now;
  };
};

/** The last row shown, so that a cursor never names one that is not. */
type Cursor = { readonly closedAt: number; readonly id: string };

const NEWEST: Cursor = { closedAt: Number.MAX_SAFE_INTEGER, id: '~' };

const formatCursor = ({ closedAt, id }: Cursor): string => Buffer.from(`${closedAt}:${id}`).toString('base64url');

const parseCursor = (cursor: string): Cursor => {
  const [closedAt, id] = Buffer.from(cursor, 'base64url').toString().split(':');
  const time = Number(closedAt);
  if (id === undefined || !Number.isSafeInteger(time)) throw invalid('cursor', 'This is no cursor of an earlier page.');
  return { closedAt: time, id };
};

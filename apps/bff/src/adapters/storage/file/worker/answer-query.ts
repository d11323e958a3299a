import type { SqliteDatabase, SqliteDriver } from '../../../sqlite/driver.ts';
import type { Answers, Query } from '../protocol.ts';
import type { LogReader } from './log-reader.ts';

/** Pages copied at a time: between two steps the writer gets its turn. */
const COPY_PAGES = 256;

type Sources = {
  readonly driver: SqliteDriver;
  readonly db: SqliteDatabase;
  readonly log: LogReader;
  readonly head: () => number;
};

/** @throws Damage, or what SQLite throws */
export function queryAnswerer({ driver, db, log, head }: Sources): (query: Query) => Promise<Answers[keyof Answers]> {
  const doc = db.prepare('SELECT json FROM docs WHERE collection = ? AND key = ?');
  const docs = db.prepare('SELECT key, json FROM docs WHERE collection = ? ORDER BY key');

  return async (query) => {
    switch (query.ask) {
      case 'all':
        return log.all(Math.max(query.after, log.base.position), query.limit, head());
      case 'stream':
        return log.stream(query.stream, query.afterVersion, query.upToPosition, head());
      case 'outcome':
        return log.outcome(query.actor, query.commandId, head());
      case 'position-at':
        return log.positionAt(query.at, head());
      case 'check':
        return log.check(query.from, query.limit, head());
      case 'base':
        return log.base;
      case 'doc':
        return (doc.get(query.collection, query.key) as { json: string } | undefined)?.json ?? null;
      case 'docs':
        return (docs.all(query.collection) as { key: string; json: string }[]).map(({ key, json }) => ({ key, json }));
      case 'copy':
        await driver.backup(db, query.target, { rate: COPY_PAGES });
        return null;
    }
  };
}

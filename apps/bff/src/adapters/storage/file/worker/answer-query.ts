import type { SqliteDatabase } from '../../../sqlite/driver.ts';
import type { Answers, Query } from '../protocol.ts';
import type { Checkpointer } from './checkpointer.ts';
import type { LogReader } from './log-reader.ts';

type Sources = {
  readonly db: SqliteDatabase;
  readonly log: LogReader;
  readonly checkpointer: Checkpointer;
  readonly head: () => number;
};

/** @throws Damage, or what SQLite throws */
export function queryAnswerer({ db, log, checkpointer, head }: Sources): (query: Query) => Answers[keyof Answers] {
  const doc = db.prepare('SELECT json FROM docs WHERE collection = ? AND key = ?');
  const docs = db.prepare('SELECT key, json FROM docs WHERE collection = ? ORDER BY key');

  return (query) => {
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
      case 'hold-still':
        checkpointer.holdStill();
        return head();
    }
  };
}

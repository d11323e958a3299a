import type { ListSnapshot } from '@sitrep/shared/protocol/http';
import type { AnyRow } from '@sitrep/shared/protocol/topics';
import { OutdatedError } from './outdated.ts';
import { keepSame } from './same.ts';
import type { TopicFold } from './topic.ts';

export type Rows = ReadonlyMap<string, AnyRow>;

/** Rows by id; a row keeps its identity while nothing in it changes. */
export const listFold: TopicFold<Rows, ListSnapshot> = {
  fromSnapshot: ({ rows }, former) => new Map(rows.map((row) => [row.id, keepSame(former?.get(row.id), row)])),
  apply: (rows, update) => {
    if (!('changed' in update)) throw new OutdatedError(`no rows in an update of ${update.topic}`);
    const next = new Map(rows);
    for (const row of update.changed) next.set(row.id, keepSame(rows.get(row.id), row));
    for (const id of update.removed) next.delete(id);
    return next;
  },
  difference: (former, next) => {
    let count = 0;
    for (const [id, row] of next) if (former.get(id) !== row) count += 1;
    for (const id of former.keys()) if (!next.has(id)) count += 1;
    return count;
  },
};

import type { SqliteDatabase } from '../../../sqlite/driver.ts';
import { GENESIS_CHAIN } from '../../hash-chain.ts';

export const SCHEMA_VERSION = 1;

/** "SITR": says whose file this is. */
const APPLICATION_ID = 0x53495452;

/**
 * `header` is the very text that is hashed; `stream` and `version` are computed from it, so they cannot disagree.
 * An erased event has neither payload nor salt, and the time of its erasure.
 */
const TABLES = `
  CREATE TABLE log_base (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    position INTEGER NOT NULL,
    chain TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  INSERT INTO log_base VALUES (1, 0, '${GENESIS_CHAIN}', 0);

  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    header TEXT NOT NULL,
    payload TEXT,
    salt TEXT,
    payload_hash TEXT NOT NULL,
    chain TEXT NOT NULL,
    erased_at INTEGER,
    stream TEXT AS (header ->> 1) VIRTUAL,
    version INTEGER AS (header ->> 2) VIRTUAL,
    CHECK ((payload IS NULL) = (erased_at IS NOT NULL) AND (salt IS NULL) = (payload IS NULL))
  ) STRICT;
  CREATE UNIQUE INDEX events_of_stream ON events (stream, version);

  CREATE TABLE commands (
    actor TEXT NOT NULL,
    command_id TEXT NOT NULL,
    first_position INTEGER NOT NULL,
    event_count INTEGER NOT NULL,
    PRIMARY KEY (actor, command_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE docs (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (collection, key)
  ) STRICT, WITHOUT ROWID;
`;

/** Makes the tables of a new file, or checks that an old one is ours and not newer than this build. */
export function prepareSchema(db: SqliteDatabase, file: string): void {
  const version = pragma(db, 'user_version');
  const owner = pragma(db, 'application_id');
  if (version === 0 && owner === 0 && isEmpty(db)) {
    db.exec(`
      BEGIN IMMEDIATE;
      ${TABLES}
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${SCHEMA_VERSION};
      COMMIT;
    `);
    return;
  }
  if (owner !== APPLICATION_ID) throw new Error(`${file} is a database, but not one of Sitrep's; nothing was changed.`);
  if (version > SCHEMA_VERSION) {
    throw new Error(
      `${file} was written by a newer Sitrep (schema ${version}; this one knows ${SCHEMA_VERSION}): start that version again.`,
    );
  }
}

function isEmpty(db: SqliteDatabase): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

export function pragma(db: SqliteDatabase, name: string): number {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[0] ?? 0;
}

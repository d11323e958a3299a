export type SqlValue = string | number | null;

export interface SqliteStatement {
  run(...values: SqlValue[]): { readonly changes: number | bigint };
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
  /** Rows as arrays in column order, which cost half of what objects cost. */
  setReturnArrays(on: boolean): void;
}

export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

/** What this project uses of `node:sqlite`; `@photostructure/sqlite` has the same shape. */
export interface SqliteDriver {
  readonly DatabaseSync: new (file: string, options: { readonly timeout: number }) => SqliteDatabase;
  /** Copies a database page by page beside its writer, `rate` pages at a time, off the calling thread. */
  backup(source: SqliteDatabase, target: string, options: { readonly rate: number }): Promise<number>;
}

/** The engine built into Node where it is complete (backup, rows as arrays), else the bundled one. */
export async function loadSqlite(): Promise<SqliteDriver> {
  return builtInSqlite() ?? (await import('@photostructure/sqlite'));
}

function builtInSqlite(): SqliteDriver | undefined {
  // Some versions of Node announce on stderr, at every start, that the module is experimental.
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    const found: unknown = process.getBuiltinModule('node:sqlite');
    return isComplete(found) ? found : undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function isComplete(candidate: unknown): candidate is SqliteDriver {
  if (candidate === null || typeof candidate !== 'object') return false;
  const statement = (candidate as { StatementSync?: { prototype: object } }).StatementSync;
  return 'backup' in candidate && statement !== undefined && 'setReturnArrays' in statement.prototype;
}

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
}

/** The engine built into Node where it is complete, else the bundled one. */
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
  return statement !== undefined && 'setReturnArrays' in statement.prototype;
}

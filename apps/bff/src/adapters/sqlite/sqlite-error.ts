/** Primary result codes of SQLite that storage tells apart. */
const DISK_IO = 10;
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

function primaryCode(error: unknown): number | undefined {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** Another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** Reading, writing or syncing the medium failed. A full disk is not among these. */
export function isDiskFault(error: unknown): boolean {
  return primaryCode(error) === DISK_IO;
}

/** The file's structure is broken, or it is no database at all. */
export function isCorrupt(error: unknown): boolean {
  const code = primaryCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/**
 * Who has the data folder, for people to read. The lock is SQLite's; a note left behind by a dead owner locks nothing.
 */
export type OwnerNote = {
  readonly pid: number;
  readonly host: string;
  /** ISO time. */
  readonly startedAt: string;
  /** Where the owner can be reached, when it has said so. */
  readonly address?: string;
};

const FILE = 'owner.json';

export function writeOwnerNote(folder: string, startedAt: number, address: string | undefined): void {
  const note: OwnerNote = {
    pid: process.pid,
    host: hostname(),
    startedAt: new Date(startedAt).toISOString(),
    ...(address === undefined ? {} : { address }),
  };
  const temporary = join(folder, `${FILE}.${process.pid}`);
  try {
    writeFileSync(temporary, `${JSON.stringify(note)}\n`, { mode: 0o600 });
    renameSync(temporary, join(folder, FILE));
  } catch {
    // The note is a courtesy: a full disk must not keep the server from starting.
  }
}

export function removeOwnerNote(folder: string): void {
  if (readNote(folder)?.pid === process.pid) rmSync(join(folder, FILE), { force: true });
}

/** One sentence on who holds the folder, as far as the note can be believed. */
export function describeOwner(folder: string): string {
  const note = readNote(folder);
  if (!note || (note.host === hostname() && !isAlive(note.pid))) {
    return `The data folder ${folder} is in use by another process that has not said who it is.`;
  }
  const at = note.address === undefined ? '' : ` at ${note.address}`;
  return (
    `The data folder ${folder} is in use by process ${note.pid} on ${note.host}${at}, started ${note.startedAt}. ` +
    'Stop that server, or give this one a data folder of its own (SITREP_DATA).'
  );
}

function readNote(folder: string): OwnerNote | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as OwnerNote;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { messageOf } from '../../sqlite/sqlite-error.ts';
import { EventLogFault } from '../../../ports/event-log.ts';
import { copyFile } from './copy-file.ts';
import type { StorageClient } from './storage-client.ts';
import { verifyLogFile } from './verify-log.ts';
import type { VerifyReport } from './verify-log.ts';
import { syncFolder } from './write-durably.ts';

export type BackupReport = VerifyReport & { readonly outcome: 'intact' };

/**
 * A consistent copy of the running database under a name that must not exist yet. It has that name only once it is
 * synced and every event in it was verified.
 * @throws EventLogFault `damaged` when the copy does not verify, `unavailable` for everything else
 */
export async function backupLog(client: StorageClient, database: string, target: string): Promise<BackupReport> {
  const path = resolve(target);
  const partial = `${path}.partial`;
  reserve(path);
  try {
    rmSync(partial, { force: true });
    const report = await copyVerified(client, database, partial);
    renameSync(partial, path);
    syncFolder(dirname(path));
    return report;
  } catch (error) {
    for (const leftover of [partial, `${partial}-wal`, path]) rmSync(leftover, { force: true });
    if (error instanceof EventLogFault) throw error;
    throw cannotBeMade(messageOf(error));
  }
}

async function copyVerified(client: StorageClient, database: string, partial: string): Promise<BackupReport> {
  const position = await client.ask({ ask: 'hold-still' });
  try {
    await copyFile(database, partial);
  } finally {
    client.moveOn();
  }
  const report = await verifyLogFile(partial);
  if (report.outcome === 'damaged') throw new EventLogFault('damaged', report.message, report.position);
  if (report.head !== position) {
    throw new EventLogFault('unavailable', `the backup ends at event ${report.head}, not at ${position}`);
  }
  return report;
}

/** The name is taken at once and by nobody else, so nothing is ever overwritten. */
function reserve(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    throw cannotBeMade(whyNotReserved(path, error));
  }
}

function whyNotReserved(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return `there is no folder ${dirname(path)}`;
  if (code === 'ENOTDIR') return `${dirname(path)} is no folder`;
  if (code !== 'EEXIST') return messageOf(error);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? `${path} is a folder; name the file to make` : `${path} exists already, and nothing is overwritten`;
}

const cannotBeMade = (why: string): EventLogFault =>
  new EventLogFault('unavailable', `the backup cannot be made: ${why}`);

import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EventLogFault } from '../../../ports/event-log.ts';
import type { StorageClient } from './storage-client.ts';
import { verifyLogFile } from './verify-log.ts';
import type { VerifyReport } from './verify-log.ts';
import { syncFolder } from './write-durably.ts';

/**
 * A consistent copy of the running database under a name that must not exist yet. It appears there only once it is
 * synced and every event in it was verified.
 * @throws EventLogFault `damaged` when the copy does not verify, `unavailable` for everything else
 */
export async function backupLog(client: StorageClient, target: string): Promise<VerifyReport & { outcome: 'intact' }> {
  const path = resolve(target);
  const partial = `${path}.partial`;
  reserve(path);
  try {
    rmSync(partial, { force: true });
    await client.ask({ ask: 'copy', target: partial });
    const report = await verifyLogFile(partial);
    if (report.outcome === 'damaged') throw new EventLogFault('damaged', report.message, report.position);
    syncFile(partial);
    renameSync(partial, path);
    syncFolder(dirname(path));
    return report;
  } catch (error) {
    for (const leftover of [partial, `${partial}-wal`, `${partial}-journal`, path]) rmSync(leftover, { force: true });
    throw error;
  }
}

/** The name is taken at once and by nobody else, so nothing is ever overwritten. */
function reserve(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    throw new EventLogFault('unavailable', `the backup cannot be made: ${(error as Error).message}`);
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

import { existsSync, mkdirSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EventLogFault } from '../../../ports/event-log.ts';
import type { EventLog } from '../../../ports/event-log.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { DocStore } from '../../../ports/doc-store.ts';
import { backupLog } from './backup-log.ts';
import type { BackupReport } from './backup-log.ts';
import { markDamage, refuseMarkedDamage } from './damage-mark.ts';
import { FileDocStore } from './file-doc-store.ts';
import { FileEventLog } from './file-event-log.ts';
import { describeOwner, removeOwnerNote, writeOwnerNote } from './owner-note.ts';
import { startScrub } from './scrub.ts';
import type { Scrub, ScrubOptions } from './scrub.ts';
import { StorageClient } from './storage-client.ts';
import { verifyLog } from './verify-log.ts';
import type { VerifyReport } from './verify-log.ts';
import { syncFolder } from './write-durably.ts';

export type FileStorageOptions = {
  /** Made with mode 0700 where it does not exist. */
  readonly folder: string;
  readonly clock: Clock;
  /** Where this server will be reached; shown to whoever tries to open the folder a second time. */
  readonly address?: string;
  /**
   * The disk failed a write or a sync. Every call now answers `unavailable`, and only a new start can tell what is on
   * the disk. The process must end at once, by SIGKILL: a normal exit closes the database, which would sync again and
   * believe it. Without a hook that is what happens.
   */
  readonly onFatal?: (reason: string) => void;
  /** Damage was found while running. It is marked, so the next start refuses and names the event. */
  readonly onDamage?: (fault: EventLogFault) => void;
  /** For the fault rig: `before_commit` or `after_commit_before_ack`, with `:n` for the n-th time. */
  readonly crashAt?: string | undefined;
};

export type FileStorage = {
  readonly log: EventLog;
  readonly docs: DocStore;
  /** Every checksum and the chain, from the first event to the newest. */
  readonly verify: () => Promise<VerifyReport>;
  /** See `backupLog`; one at a time. @throws EventLogFault `damaged` | `unavailable` */
  readonly backup: (targetFile: string) => Promise<BackupReport>;
  readonly startScrub: (options?: Omit<ScrubOptions, 'clock'>) => Scrub;
  /** Closes `log` and `docs`; each may also be closed alone, and the last one lets go of the file. */
  readonly close: () => Promise<void>;
};

export const DATABASE_FILE = 'sitrep.db';
const VERIFIED_AT_OPEN = 20_000;

/**
 * Opens the log and the documents of a data folder, for this process alone.
 * @throws EventLogFault `owned` | `damaged` | `unavailable`
 */
export async function openFileStorage(options: FileStorageOptions): Promise<FileStorage> {
  const { clock, onFatal = endProcess, onDamage } = options;
  const folder = resolve(options.folder);
  makeFolder(folder);
  refuseMarkedDamage(folder);
  const client = await openClient(folder, options.crashAt, {
    onLost: onFatal,
    onDamage: (fault) => {
      markDamage(folder, fault, clock.now());
      onDamage?.(fault);
    },
  });
  writeOwnerNote(folder, clock.now(), options.address);

  const release = lastOf(2, async () => {
    removeOwnerNote(folder);
    await client.close();
  });
  const log = new FileEventLog(client, release());
  const docs = new FileDocStore(client, release());
  return {
    log,
    docs,
    verify: () => verifyLog(client),
    backup: oneAtATime((targetFile) => backupLog(client, join(folder, DATABASE_FILE), targetFile)),
    startScrub: (scrub) => startScrub(client, { ...scrub, clock }),
    close: async () => {
      await log.close();
      await docs.close();
    },
  };
}

function endProcess(reason: string): void {
  writeSync(process.stderr.fd, `sitrep: ${reason}; ending at once, start again to see what the disk has kept\n`);
  process.kill(process.pid, 'SIGKILL');
}

async function openClient(
  folder: string,
  crashAt: string | undefined,
  hooks: Parameters<typeof StorageClient.open>[1],
): Promise<StorageClient> {
  try {
    return await StorageClient.open(
      { file: join(folder, DATABASE_FILE), verifyAtOpen: VERIFIED_AT_OPEN, crashAt },
      hooks,
    );
  } catch (error) {
    if (!(error instanceof EventLogFault) || error.code !== 'owned') throw error;
    throw new EventLogFault('owned', describeOwner(folder));
  }
}

function makeFolder(folder: string): void {
  try {
    if (existsSync(folder)) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    syncFolder(dirname(folder));
  } catch (error) {
    throw new EventLogFault('unavailable', `the data folder cannot be made: ${(error as Error).message}`);
  }
}

function oneAtATime(backup: (target: string) => Promise<BackupReport>): (target: string) => Promise<BackupReport> {
  let underWay = false;
  return async (target) => {
    if (underWay) throw new EventLogFault('unavailable', 'another backup is under way');
    underWay = true;
    try {
      return await backup(target);
    } finally {
      underWay = false;
    }
  };
}

/** Hands out `count` keys; the medium is let go when the last of them is turned, and each only counts once. */
function lastOf(count: number, letGo: () => Promise<void>): () => () => Promise<void> {
  let left = count;
  let gone: Promise<void> | undefined;
  return () => {
    let turned = false;
    return async () => {
      if (!turned) left -= 1;
      turned = true;
      if (left === 0) await (gone ??= letGo());
    };
  };
}

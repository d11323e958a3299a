import { setTimeout as pause } from 'node:timers/promises';
import { loadSqlite } from '../../../sqlite/driver.ts';
import type { SqliteDatabase, SqliteDriver } from '../../../sqlite/driver.ts';
import { isBusy, isCorrupt, messageOf } from '../../../sqlite/sqlite-error.ts';
import type { FaultNote, WorkerOptions } from '../protocol.ts';
import { Damage, damageNote } from './damage.ts';
import { LogReader } from './log-reader.ts';
import { openDatabase, checkStructureIfSmall } from './open-database.ts';

export type OpenLog = {
  readonly db: SqliteDatabase;
  readonly log: LogReader;
};

const LOCK_ATTEMPTS = 12;

/** Why the file was not opened, ready to be shown. */
export class Refusal extends Error {
  readonly fault: FaultNote;

  constructor(fault: FaultNote) {
    super(fault.message);
    this.fault = fault;
  }
}

/** @throws Refusal */
export async function openLog({ file, verifyAtOpen }: WorkerOptions): Promise<OpenLog> {
  const driver = await loadSqlite();
  const db = await takeDatabase(driver, file);
  try {
    const problem = checkStructureIfSmall(db);
    const log = new LogReader(db);
    const head = log.last().position;
    log.checkTail(verifyAtOpen, head);
    if (problem !== undefined) throw new Damage(log.firstUnreadable(log.base.position, head), problem);
    return { db, log };
  } catch (error) {
    db.close();
    throw refusal(error, file);
  }
}

/** Two that start at the same moment may turn each other away, so each tries again after a while of its own. */
async function takeDatabase(driver: SqliteDriver, file: string): Promise<SqliteDatabase> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return openDatabase(driver, file);
    } catch (error) {
      if (!isBusy(error)) throw refusal(error, file);
      if (attempt === LOCK_ATTEMPTS) throw new Refusal({ code: 'owned', message: `${file} is in use` });
      await pause(20 + Math.random() * 80);
    }
  }
}

function refusal(error: unknown, file: string): Refusal {
  if (error instanceof Damage) return new Refusal(damageNote(error, file));
  if (isCorrupt(error)) return new Refusal(damageNote(new Damage(undefined, messageOf(error)), file));
  return new Refusal({ code: 'unavailable', message: `${file} cannot be opened: ${messageOf(error)}` });
}

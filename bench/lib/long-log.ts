import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { systemClock } from '../../apps/bff/src/adapters/system-clock.ts';
import { openFileStorage } from '../../apps/bff/src/adapters/storage/file/open-file-storage.ts';
import type { EventLog } from '../../apps/bff/src/ports/event-log.ts';
import { history, type Step } from './history.ts';
import { keptFolder } from './scratch.ts';

export type LongLog = {
  readonly dataFolder: string;
  /** The same events as lines of JSON, for the limit. */
  readonly lines: string;
};

/** Raise when `history` changes: an old log is then made anew. */
const LAYOUT = 2;
const UNDER_WAY = 2_000;

/** A log of so many events, made by the product's own storage; kept for the next run. */
export const longLog = async (events: number, incidents: number): Promise<LongLog> => {
  const folder = keptFolder(`log-${LAYOUT}-${events}-${incidents}`);
  const made = { dataFolder: join(folder, 'data'), lines: join(folder, 'events.ndjson') };
  if (existsSync(folder)) return made;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const storage = await openFileStorage({ folder: join(unfinished, 'data'), clock: systemClock });
  await fill(storage.log, history(events, incidents));
  await writeLines(storage.log, join(unfinished, 'events.ndjson'));
  await storage.close();
  renameSync(unfinished, folder);
  return made;
};

const fill = async (log: EventLog, steps: Iterable<Step>): Promise<void> => {
  let underWay: Promise<unknown>[] = [];
  for (const { streams, context } of steps) {
    underWay.push(log.append(streams, context));
    if (underWay.length < UNDER_WAY) continue;
    await Promise.all(underWay);
    underWay = [];
  }
  await Promise.all(underWay);
};

const writeLines = async (log: EventLog, path: string): Promise<void> => {
  const file = createWriteStream(path);
  for (let position = 0; position < log.head();) {
    const events = await log.readAll(position, 10_000);
    position = events.at(-1)?.position ?? log.head();
    if (!file.write(events.map(({ json }) => `${json}\n`).join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
};

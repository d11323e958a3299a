import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventLogFault } from '../../../ports/event-log.ts';
import { writeDurably } from './write-durably.ts';

type Mark = { readonly position?: number; readonly message: string; readonly foundAt: string };

const FILE = 'damaged.json';

/** Remembers damage that was found while running, so that the next start says so instead of serving around it. */
export function markDamage(folder: string, fault: EventLogFault, foundAt: number): void {
  const mark: Mark = {
    ...(fault.position === undefined ? {} : { position: fault.position }),
    message: fault.message,
    foundAt: new Date(foundAt).toISOString(),
  };
  writeDurably(join(folder, FILE), `${JSON.stringify(mark)}\n`);
}

/** @throws EventLogFault `damaged` when a mark lies in the folder */
export function refuseMarkedDamage(folder: string): void {
  const mark = readMark(folder);
  if (!mark) return;
  throw new EventLogFault(
    'damaged',
    `${mark.message} It was found at ${mark.foundAt}; delete ${join(folder, FILE)} once the log is whole again.`,
    mark.position,
  );
}

function readMark(folder: string): Mark | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Mark;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

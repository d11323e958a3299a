import { writeSync } from 'node:fs';
import { systemClock } from '../../system-clock.ts';
import { openFileStorage } from './open-file-storage.ts';
import { appendNote } from './temporary-storage.ts';

// Appends to the folder named on the command line, and says after each note that it was acknowledged.
const { log } = await openFileStorage({ folder: process.argv[2] ?? '', clock: systemClock });
for (let n = 1; n <= 400; n += 1) {
  await appendNote(log, n);
  writeSync(1, `${n}\n`);
}

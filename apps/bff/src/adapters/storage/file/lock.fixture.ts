import { systemClock } from '../../system-clock.ts';
import { openFileStorage } from './open-file-storage.ts';

// Opens the folder named on the command line, says how that went, and holds it until it is killed.
try {
  await openFileStorage({ folder: process.argv[2] ?? '', clock: systemClock, address: 'http://127.0.0.1:4680' });
  process.stdout.write('open\n');
} catch (error) {
  process.stdout.write(`${(error as { code?: string }).code}\n`);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { storageTarget } from './crash/storage-target.ts';
import { suddenDeath } from './crash/sudden-death.ts';
import { supervise } from './crash/supervise.ts';

// Kills the file storage again and again while many writers write, and compares what was acknowledged with what is
// there. One line of JSON; exit code 1 when anything was violated.
//
//   npx tsx rig/kill-9.ts [--rounds 20] [--writers 50] [--seed <n>]
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    writers: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'sitrep-kill-9-'));
const summary = await supervise({
  target: storageTarget(join(folder, 'data')),
  disaster: suddenDeath,
  rounds: Number(values.rounds),
  writers: Number(values.writers),
  seed: Number(values.seed),
  ackFile: join(folder, 'acknowledged.jsonl'),
  crashPoints: true,
});
process.stdout.write(`${JSON.stringify(summary)}\n`);
if (summary.violations.length === 0) await rm(folder, { recursive: true });
else {
  process.stderr.write(`The data was left in ${folder}.\n`);
  process.exitCode = 1;
}

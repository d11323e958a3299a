import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LoopDisk, powerCut } from './crash/power-cut.ts';
import { storageTarget } from './crash/storage-target.ts';
import { supervise } from './crash/supervise.ts';

// Cuts the power of the storage's disk under many writers, and compares what was acknowledged with what is there
// afterwards. Needs root, loop devices, mkfs.ext4 and python3; says so and does nothing where one is missing.
//
//   npx tsx rig/power-cut.ts [--rounds 10] [--writers 50] [--seed <n>]
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    writers: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});

function diskIn(folder: string): LoopDisk | undefined {
  try {
    return new LoopDisk(join(folder, 'disk.img'), join(folder, 'disk'));
  } catch (error) {
    process.stderr.write(`Skipped: no disk whose power could be cut (root is needed). ${String(error)}\n`);
    return undefined;
  }
}

const folder = await mkdtemp(join(tmpdir(), 'sitrep-power-cut-'));
const disk = diskIn(folder);
if (disk) {
  const summary = await supervise({
    target: storageTarget(join(disk.mountPoint, 'data')),
    disaster: powerCut(disk),
    rounds: Number(values.rounds),
    writers: Number(values.writers),
    seed: Number(values.seed),
    ackFile: join(folder, 'acknowledged.jsonl'),
    crashPoints: false,
  });
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  disk.unmount();
  if (summary.violations.length > 0) process.exitCode = 1;
}
await rm(folder, { recursive: true });

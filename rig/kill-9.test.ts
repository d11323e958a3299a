import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlantedFault } from './crash/storage-messages.ts';
import { storageTarget } from './crash/storage-target.ts';
import { suddenDeath } from './crash/sudden-death.ts';
import { supervise } from './crash/supervise.ts';

const seed = Number(process.env['SITREP_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe(`kill -9 (seed ${seed})`, () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sitrep-kill-9-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = (rounds: number, planted: PlantedFault = 'none') =>
    supervise({
      target: storageTarget(join(folder, 'data'), planted),
      disaster: suddenDeath,
      rounds,
      writers: 50,
      seed,
      ackFile: join(folder, 'acknowledged.jsonl'),
      crashPoints: true,
    });

  it('[FILE-3] loses no acknowledged command and doubles none', async () => {
    const summary = await run(6);
    expect(summary.violations).toEqual([]);
    expect(summary.acknowledged).toBeGreaterThan(100);
  });

  it('is found out by the rig when the storage answers before it has stored', async () => {
    const summary = await run(6, 'answers-early');
    expect(summary.violations).not.toEqual([]);
  });

  it('is found out by the rig when the storage forgets which commands it has seen', async () => {
    const summary = await run(9, 'forgets-commands');
    expect(summary.violations).not.toEqual([]);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../apps/bff/src/testing/spawn-server.ts';
import { serverTarget } from './crash/server-target.ts';
import { suddenDeath } from './crash/sudden-death.ts';
import { supervise } from './crash/supervise.ts';

const seed = Number(process.env['SITREP_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const ROUNDS = 20;
const WRITERS = 50;

describe(`kill -9 of the server (seed ${seed})`, () => {
  let folder: string;
  beforeAll(ensureBuilt, 120_000);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sitrep-kill-9-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it(`[CMD-30] ${ROUNDS} times under ${WRITERS} writers loses no acknowledged command and doubles none`, async () => {
    const summary = await supervise({
      target: serverTarget(join(folder, 'data')),
      disaster: suddenDeath,
      rounds: ROUNDS,
      writers: WRITERS,
      seed,
      ackFile: join(folder, 'acknowledged.jsonl'),
      crashPoints: true,
    });
    expect(summary.violations).toEqual([]);
    expect(summary.acknowledged).toBeGreaterThan(500);
  }, 180_000);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeDrillFolder } from '../drill/drill-folder.ts';
import { start } from './demo.ts';

const STANDS_AT = Date.UTC(2026, 4, 15, 16, 5);
const FROM = 20;
const silent = { info: () => {}, warn: () => {}, error: () => {} };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sitrep-seed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const playing = async (name: string, seed: string) => {
  const options = { from: FROM, speed: 0, port: 0, seed, standsAt: STANDS_AT };
  const { serving, player } = await start(options, makeDrillFolder('Test', path.join(folder, name)), silent);
  await player.playUpTo(FROM);
  const events = await serving.core.log.readAll(0, 10_000);
  await serving.stop();
  return events.map(({ id, type, stream, at }) => ({ id, type, stream, at }));
};

test('[DRILL-2] a demo with the same seed at the same time has the same events under the same ids', async () => {
  const first = await playing('first', 'one');
  expect(first.length).toBeGreaterThan(50);
  expect(await playing('second', 'one')).toEqual(first);
  const ids = new Set(first.map(({ id }) => id));
  expect((await playing('third', 'two')).filter(({ id }) => ids.has(id))).toEqual([]);
});

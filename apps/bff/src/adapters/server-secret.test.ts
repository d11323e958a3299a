import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOrMakeSecret } from './server-secret.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-secret-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('is made once, for its owner alone', async () => {
  const secret = await readOrMakeSecret(folder);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  await chmod(join(folder, 'secret'), 0o644);
  expect(await readOrMakeSecret(folder)).toBe(secret);
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600);
});

test('is made anew where a full disk left an empty file', async () => {
  await writeFile(join(folder, 'secret'), '');
  const secret = await readOrMakeSecret(folder);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect((await readFile(join(folder, 'secret'), 'utf8')).trim()).toBe(secret);
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadSqlite } from '../sqlite/driver.ts';
import { openSqliteReadStore } from './sqlite-read-store.ts';

test('[HIST-10] a file that is no database any more starts empty again, to be rebuilt', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-read-store-'));
  const file = join(folder, 'read.sqlite');
  await writeFile(file, 'not a database '.repeat(1_000));
  const store = openSqliteReadStore(await loadSqlite(), file);
  expect(store.position()).toBe(0);
  store.apply({ put: [], remove: [], position: 7, lastEventId: 'seven' });
  expect(store.lastEventId()).toBe('seven');
  store.close();
  await rm(folder, { recursive: true });
});

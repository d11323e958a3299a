import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readStoreContract } from '../../ports/read-store.contract.ts';
import { loadSqlite } from '../sqlite/driver.ts';
import { openSqliteReadStore } from './sqlite-read-store.ts';

const driver = await loadSqlite();
const folders: string[] = [];
const file = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-read-store-'));
  folders.push(folder);
  return join(folder, 'read.sqlite');
};
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

readStoreContract('SQLite in memory', async () => openSqliteReadStore(driver, ':memory:'));
readStoreContract('SQLite in a file', async () => openSqliteReadStore(driver, await file()));

it('[HIST-11] what is in a file is there again with its position', async () => {
  const name = await file();
  const first = openSqliteReadStore(driver, name);
  first.apply({ put: [], remove: [], position: 7, lastEventId: 'seven' });
  first.close();
  const second = openSqliteReadStore(driver, name);
  expect([second.position(), second.lastEventId()]).toEqual([7, 'seven']);
  second.close();
});

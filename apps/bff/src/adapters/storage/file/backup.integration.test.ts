import { copyFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../system-clock.ts';
import { openFileStorage } from './open-file-storage.ts';
import { appendNote, appendNotes, temporaryFolder, temporaryStorage } from './temporary-storage.ts';
import type { TemporaryStorage } from './temporary-storage.ts';

describe('a backup', () => {
  let source: TemporaryStorage;
  let folder: string;
  beforeEach(async () => {
    source = await temporaryStorage();
    folder = await temporaryFolder();
  });
  afterEach(async () => {
    await source.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  it('[FILE-16] made under load holds a prefix of the log, verified, and opens as a log', async () => {
    const { log, docs, backup } = source.storage;
    await appendNotes(log, 5_000);
    await docs.write([{ collection: 'sessions', key: 'a', value: 1 }]);
    let count = 5_000;
    const enough = new AbortController();
    const load = (async () => {
      while (!enough.signal.aborted) await appendNote(log, (count += 1));
    })();
    const reports = [await backup(join(folder, 'one.db')), await backup(join(folder, 'two.db'))];
    enough.abort();
    await load;

    expect(reports.map(({ outcome }) => outcome)).toEqual(['intact', 'intact']);
    expect(reports[1]?.head).toBeGreaterThan(reports[0]?.head ?? Infinity);
    expect(readdirSync(folder).toSorted()).toEqual(['one.db', 'two.db']);
    expect(statSync(join(folder, 'one.db')).mode & 0o777).toBe(0o600);

    const restored = join(folder, 'restored');
    mkdirSync(restored);
    copyFileSync(join(folder, 'two.db'), join(restored, 'sitrep.db'));
    const storage = await openFileStorage({ folder: restored, clock: systemClock });
    const head = storage.log.head();
    expect(head).toBe(reports[1]?.head);
    expect((await storage.log.readAll(0, 100_000)).map(({ json }) => json)).toEqual(
      (await log.readAll(0, head)).map(({ json }) => json),
    );
    expect(await storage.docs.get('sessions', 'a')).toBe(1);
    expect((await appendNote(storage.log, head)).outcome).toBe('repeated');
    await storage.close();
  });

  it('[FILE-16] overwrites nothing, and leaves nothing behind when it cannot be made', async () => {
    writeFileSync(join(folder, 'taken.db'), 'mine');
    const taken = join(folder, 'taken.db');
    for (const [target, why] of [
      [taken, `${taken} exists already, and nothing is overwritten`],
      [folder, `${folder} is a folder; name the file to make`],
      [join(folder, 'no', 'where.db'), `there is no folder ${join(folder, 'no')}`],
      [join(taken, 'x.db'), `${taken} is no folder`],
    ] as const) {
      await expect(source.storage.backup(target)).rejects.toMatchObject({
        code: 'unavailable',
        message: `the backup cannot be made: ${why}`,
      });
    }
    expect(statSync(join(folder, 'taken.db')).size).toBe(4);
    expect(readdirSync(folder)).toEqual(['taken.db']);
  });

  it('[FILE-16] is made one at a time', async () => {
    await appendNotes(source.storage.log, 10);
    const first = source.storage.backup(join(folder, 'one.db'));
    await expect(source.storage.backup(join(folder, 'two.db'))).rejects.toMatchObject({ code: 'unavailable' });
    expect((await first).head).toBe(10);
  });
});

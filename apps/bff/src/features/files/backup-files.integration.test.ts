import { copyFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FileBlobStore } from '../../adapters/blob-store/file-blob-store.ts';
import { backUp } from '../../control/back-up.ts';
import { filesFolder } from '../../data-folder.ts';
import { fivePeople, type FivePeople } from '../../testing/five-people.ts';
import { startServer, type TestServer } from '../../testing/test-server.ts';
import { backupFiles } from './backup-files.ts';
import { download, pathOf, PIXEL, show, upload } from './testing/upload.ts';

describe('[FILES-40] a backup', () => {
  let parent: string;
  let folder: string;
  let target: string;
  let server: TestServer;
  let people: FivePeople;
  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'sitrep-backup-'));
    folder = path.join(parent, 'data');
    target = path.join(parent, 'copy.db');
    server = await startServer({ folder });
    people = await fivePeople(server, await server.signInToken());
  });
  afterEach(async () => {
    await server.stop();
    await rm(parent, { recursive: true, force: true });
  });

  const files = async (to: string) =>
    backupFiles(server.core.docs, await FileBlobStore.open(filesFolder(folder)), await FileBlobStore.open(to));
  const parts = () => ({
    log: async (to: string) => {
      await writeFile(to, 'the log', { flag: 'wx' });
      return { events: 3, head: 3 };
    },
    files,
  });

  test('has every file beside the log, and a server that starts from it shows them', async () => {
    const { ren, vic } = people;
    const incidentId = await ren.declares('With files');
    const { fileId } = await upload(ren, incidentId);
    await ren.call(`${pathOf(incidentId, fileId)}/thumbnail`, { method: 'PUT', body: PIXEL });
    await show(ren, incidentId, fileId);
    const said = await backUp(parts(), folder, target);
    expect(said).toBe(
      `Backed up 3 events, up to position 3, from ${folder} to ${target}, and 1 file (${PIXEL.length * 2} bytes) to ${target}.files.`,
    );
    expect(await readdir(`${target}.files`)).toHaveLength(2);

    await server.stop();
    const restored = path.join(parent, 'restored');
    await mkdir(restored);
    await copyFile(path.join(folder, 'sitrep.db'), path.join(restored, 'sitrep.db'));
    await cp(`${target}.files`, filesFolder(restored), { recursive: true });
    server = await startServer({ folder: restored });
    for (const more of ['', '/thumbnail']) {
      const answer = await download(vic.at(server.port), incidentId, fileId, more);
      expect([answer.status, answer.bytes]).toEqual([200, PIXEL]);
    }
  });

  test('without any file is the log alone', async () => {
    expect(await backUp(parts(), folder, target)).toBe(
      `Backed up 3 events, up to position 3, from ${folder} to ${target}.`,
    );
    expect((await readdir(parent)).toSorted()).toEqual(['copy.db', 'data']);
  });

  test('overwrites nothing', async () => {
    await mkdir(`${target}.files`);
    await expect(backUp(parts(), folder, target)).rejects.toMatchObject({ code: 'unavailable' });
    expect((await readdir(parent)).toSorted()).toEqual(['copy.db.files', 'data']);
  });

  test.each(['has changed', 'is missing'])('of which a file %s is not made at all', async (how) => {
    const incidentId = await people.ren.declares('Damaged');
    await upload(people.ren, incidentId);
    await upload(people.ren, incidentId, { body: Buffer.from('another') });
    const [blob = ''] = await readdir(filesFolder(folder));
    const file = path.join(filesFolder(folder), blob);
    await (how === 'is missing' ? rm(file) : writeFile(file, 'tampered with'));
    await expect(backUp(parts(), folder, target)).rejects.toMatchObject({
      code: 'damaged',
      message: `the file ${blob} ${how}; the backup was not made`,
    });
    expect(await readdir(parent)).toEqual(['data']);
  });
});

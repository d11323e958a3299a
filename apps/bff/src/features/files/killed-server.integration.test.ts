import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DATABASE_FILE } from '../../adapters/storage/file/open-file-storage.ts';
import { filesFolder } from '../../data-folder.ts';
import { signIn } from '../../testing/five-people.ts';
import { httpCall, type Call } from '../../testing/http-call.ts';
import { ensureBuilt, runCommandLine, spawnServer, type SpawnedServer } from '../../testing/spawn-server.ts';
import { tokenIn } from '../../testing/test-server.ts';
import { download, upload } from './testing/upload.ts';

let parent: string;
const running = new Set<SpawnedServer>();
beforeAll(ensureBuilt, 120_000);
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'sitrep-files-'));
});
afterEach(async () => {
  for (const { child, gone } of running) {
    child.kill('SIGKILL');
    await gone;
  }
  running.clear();
  await rm(parent, { recursive: true, force: true });
});

const serve = async (folder: string): Promise<SpawnedServer> => {
  const server = await spawnServer({ folder });
  running.add(server);
  return server;
};
const firstPerson = (server: SpawnedServer) =>
  signIn(
    { port: server.port, call: (at: string, call?: Call) => httpCall(server.port, at, call) },
    tokenIn(/http\S+#token=\S+/.exec(server.stdout())?.[0] ?? ''),
  );
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

test('[FILES-1] [FILES-2] of a server that is killed every acknowledged file is whole, and nothing is left half', async () => {
  const folder = path.join(parent, 'data');
  const server = await serve(folder);
  const ada = await firstPerson(server);
  const incidentId = await ada.declares('Killed while uploading');
  const acknowledged = new Map<string, string>();
  const uploads = Array.from({ length: 40 }, async () => {
    const body = randomBytes(400_000);
    const fileId = randomUUID();
    const answer = await upload(ada, incidentId, { fileId, body }).catch(() => undefined);
    if (answer?.status === 200) acknowledged.set(fileId, hashOf(body));
    if (acknowledged.size === 15) server.child.kill('SIGKILL');
  });
  await Promise.all(uploads);
  await server.gone;

  const again = await serve(folder);
  expect(acknowledged.size).toBeGreaterThanOrEqual(15);
  for (const [fileId, hash] of acknowledged) {
    const answer = await download(ada.at(again.port), incidentId, fileId);
    expect([answer.status, hashOf(answer.bytes)]).toEqual([200, hash]);
  }
  expect((await readdir(filesFolder(folder))).filter((name) => name.endsWith('.partial'))).toEqual([]);
});

test('[FILES-40] the command line backs up files of a running server and of a folder, and they start again', async () => {
  const folder = path.join(parent, 'data');
  const server = await serve(folder);
  const ada = await firstPerson(server);
  const incidentId = await ada.declares('Backed up');
  const { fileId } = await upload(ada, incidentId, { body: Buffer.from('attached') });
  const [first, second] = [path.join(parent, 'first.db'), path.join(parent, 'second.db')];
  expect((await runCommandLine(['backup', first], { folder })).stdout).toContain(
    `, and 1 file (8 bytes) to ${first}.files.`,
  );
  server.child.kill('SIGTERM');
  await server.gone;
  const alone = await runCommandLine(['backup', second], { folder });
  expect([alone.code, alone.stdout]).toEqual([
    0,
    expect.stringContaining(`, and 1 file (8 bytes) to ${second}.files.`),
  ]);

  for (const copy of [first, second]) {
    const restored = `${copy}.restored`;
    await mkdir(restored);
    await rename(copy, path.join(restored, DATABASE_FILE));
    await rename(`${copy}.files`, filesFolder(restored));
    const again = await serve(restored);
    expect((await download(ada.at(again.port), incidentId, fileId)).text).toBe('attached');
  }
});

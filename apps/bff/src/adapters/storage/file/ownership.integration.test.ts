import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../system-clock.ts';
import { openFileStorage } from './open-file-storage.ts';
import { appendNotes, temporaryFolder, temporaryStorage } from './temporary-storage.ts';

const fixture = fileURLToPath(new URL('./lock.fixture.ts', import.meta.url));
const started: ChildProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) await kill(child);
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Another process that opens the folder and holds it. */
function open(folder: string): { child: ChildProcess; said: Promise<string> } {
  const child = spawn(process.execPath, ['--import', 'tsx', fixture, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  const said = once(child.stdout ?? child, 'data').then(([text]) => String(text).trim());
  return { child, said };
}

async function folderForTest(): Promise<string> {
  const folder = await temporaryFolder();
  folders.push(folder);
  return folder;
}

describe('a data folder', () => {
  it('[FILE-13] has one owner; the second is told who', async () => {
    const folder = await folderForTest();
    const { child, said } = open(folder);
    expect(await said).toBe('open');
    const second = openFileStorage({ folder, clock: systemClock });
    await expect(second).rejects.toMatchObject({
      code: 'owned',
      message: expect.stringMatching(
        new RegExp(`in use by process ${child.pid} on .+ at http://127\\.0\\.0\\.1:4680, started 20.+SITREP_DATA`),
      ),
    });
  });

  it('[FILE-13] has one owner inside a process, too', async () => {
    const { folder, storage, destroy } = await temporaryStorage();
    await expect(openFileStorage({ folder, clock: systemClock })).rejects.toMatchObject({ code: 'owned' });
    await appendNotes(storage.log, 3);
    expect(storage.log.head()).toBe(3);
    await destroy();
  });

  it('[FILE-14] is free as soon as its owner is killed, whatever the note says', async () => {
    const folder = await folderForTest();
    const { child, said } = open(folder);
    expect(await said).toBe('open');
    await kill(child);
    expect(await readFile(join(folder, 'owner.json'), 'utf8')).toContain(`"pid":${child.pid}`);
    const storage = await openFileStorage({ folder, clock: systemClock });
    expect(await readFile(join(folder, 'owner.json'), 'utf8')).toContain(`"pid":${process.pid}`);
    await storage.close();
    await expect(readFile(join(folder, 'owner.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('[FILE-14] goes to exactly one of several that start together', async () => {
    const folder = await folderForTest();
    const said = await Promise.all(Array.from({ length: 4 }, () => open(folder).said));
    expect(said.toSorted()).toEqual(['open', 'owned', 'owned', 'owned'].toSorted());
  });
});

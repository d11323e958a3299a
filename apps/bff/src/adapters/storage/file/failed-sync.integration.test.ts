import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../system-clock.ts';
import { openFileStorage } from './open-file-storage.ts';
import { temporaryFolder } from './temporary-storage.ts';

const fixture = fileURLToPath(new URL('./append.fixture.ts', import.meta.url));

/** strace can make the n-th sync of a process fail; it may be missing, or not be allowed to look. */
const canInject = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']).status === 0;

describe.skipIf(!canInject)('a sync that fails', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it.each([12, 25, 60])('[FILE-5] ends the process without another sync: number %i', async (failing) => {
    const trace = join(folder, 'trace');
    const data = join(folder, 'data');
    const syncs = 'fsync,fdatasync';
    const inject = [
      '-f',
      '-qq',
      '-o',
      trace,
      '-e',
      `trace=${syncs}`,
      '-e',
      `inject=${syncs}:error=EIO:when=${failing}`,
    ];
    const ended = spawnSync('strace', [...inject, process.execPath, '--import', 'tsx', fixture, data], {
      encoding: 'utf8',
    });
    expect(ended.stderr).toContain('the disk failed: disk I/O error; ending at once');
    const lines = readFileSync(trace, 'utf8').split('\n');
    const failed = lines.findIndex((line) => line.includes('EIO'));
    expect(failed).toBeGreaterThan(0);
    expect(lines.slice(failed + 1).filter((line) => line.includes('sync('))).toEqual([]);

    const acknowledged = ended.stdout.trim().split('\n').filter(Boolean).length;
    const { log, verify, close } = await openFileStorage({ folder: data, clock: systemClock });
    const found = await log.readAll(0, 1_000);
    // What was under way when the sync failed may be there; what was acknowledged must be.
    expect([acknowledged, acknowledged + 1]).toContain(found.length);
    expect(found.map(({ data: note }) => note)).toEqual(found.map((_, index) => ({ text: `note ${index + 1}` })));
    expect(await verify()).toMatchObject({ outcome: 'intact' });
    await close();
  });
});

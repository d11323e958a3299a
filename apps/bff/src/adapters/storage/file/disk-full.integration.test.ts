import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextMacrotask } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventLog } from '../../../ports/event-log.ts';
import { systemClock } from '../../system-clock.ts';
import { openFileStorage } from './open-file-storage.ts';
import { appendNotes, temporaryFolder } from './temporary-storage.ts';

const DISK_BYTES = 6 * 1024 * 1024;

/** A small disk of our own; only root may make one. */
async function mountSmallDisk(): Promise<string | undefined> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

function appendLarge(log: EventLog, n: number): ReturnType<EventLog['append']> {
  const event = { id: `large-${n}`, type: 'test.noted', schema: 1, data: { text: 'x'.repeat(100_000) } };
  return log.append([{ stream: 'test/large', expectedVersion: n - 1, events: [event] }], {
    actor: 'user/ada',
    commandId: `large-${n}`,
    at: n,
  });
}

const disk = await mountSmallDisk();

// Skipped where a tmpfs cannot be mounted: without root.
describe.skipIf(disk === undefined)('a full disk', () => {
  const ballast = join(disk ?? '', 'ballast');
  const folder = join(disk ?? '', 'data');

  beforeAll(() => mkdirSync(folder));
  afterAll(() => {
    execFileSync('umount', [disk ?? '']);
    rmSync(disk ?? '', { recursive: true });
  });

  const fill = (): void => {
    const { bavail, bsize } = statfsSync(disk ?? '');
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
  };

  it('[FILE-4] answers unavailable, keeps serving readers, and heals without a restart', async () => {
    const fatal: string[] = [];
    const told: number[] = [];
    const storage = await openFileStorage({ folder, clock: systemClock, onFatal: (reason) => fatal.push(reason) });
    const { log, docs } = storage;
    log.tail(0, (events) => told.push(...events.map(({ position }) => position)));
    await appendNotes(log, 20);
    fill();

    const refused = { code: 'unavailable', message: expect.stringContaining('full') };
    for (let round = 0; round < 3; round += 1) {
      await expect(appendLarge(log, 1)).rejects.toMatchObject(refused);
      await expect(docs.write([{ collection: 'c', key: 'k', value: 'x'.repeat(100_000) }])).rejects.toMatchObject(
        refused,
      );
    }
    expect((await log.readAll(0, 100)).length).toBe(20);
    expect((await log.readStream('test/a')).length).toBe(20);
    expect(log.head()).toBe(20);

    rmSync(ballast);
    const healed = await appendLarge(log, 1);
    expect(healed).toMatchObject({ outcome: 'appended', events: [{ position: 21, version: 1 }] });
    await appendNotes(log, 20, 21);
    expect(await storage.verify()).toMatchObject({ outcome: 'intact', events: 41 });
    expect(fatal).toEqual([]);
    await nextMacrotask();
    expect(told).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    await storage.close();
  });

  it('[FILE-4] does not keep the log from being opened and read', async () => {
    fill();
    const storage = await openFileStorage({ folder, clock: systemClock });
    expect((await storage.log.readAll(0, 100)).length).toBe(41);
    rmSync(ballast);
    await appendLarge(storage.log, 2);
    await storage.close();
  });
});

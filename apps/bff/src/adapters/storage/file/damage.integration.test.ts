import { existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ManualClock } from '../../manual-clock.ts';
import { systemClock } from '../../system-clock.ts';
import { openFileStorage } from './open-file-storage.ts';
import { appendNote, appendNotes, tamper, temporaryFolder } from './temporary-storage.ts';
import { verifyLogFile } from './verify-log.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A closed log of so many notes. */
async function closedLog(count: number): Promise<string> {
  const folder = join(await temporaryFolder(), 'data');
  folders.push(join(folder, '..'));
  const storage = await openFileStorage({ folder, clock: systemClock });
  await appendNotes(storage.log, count);
  await storage.docs.write([{ collection: 'sessions', key: 'a', value: { user: 'ada' } }]);
  await storage.close();
  return folder;
}

const open = (folder: string) => openFileStorage({ folder, clock: systemClock });

describe('a log in a file', () => {
  it('[FILE-1] has events, outcomes and documents again after it was closed', async () => {
    const folder = await closedLog(3);
    const { log, docs, close } = await open(folder);
    expect(log.head()).toBe(3);
    expect((await log.readStream('test/a')).map((event) => event.data)).toEqual([
      { text: 'note 1' },
      { text: 'note 2' },
      { text: 'note 3' },
    ]);
    expect((await appendNote(log, 2)).outcome).toBe('repeated');
    expect((await appendNote(log, 4)).events[0]).toMatchObject({ position: 4, version: 4 });
    expect(await docs.get('sessions', 'a')).toEqual({ user: 'ada' });
    await close();
  });

  it('[FILE-7] verifies from the first event to the newest', async () => {
    const folder = await closedLog(5_000);
    const storage = await open(folder);
    const report = await storage.verify();
    expect(report).toEqual({
      outcome: 'intact',
      events: 5_000,
      head: 5_000,
      chainHead: expect.stringMatching(/^[\da-f]{64}$/),
    });
    await storage.close();
    expect(await verifyLogFile(join(folder, 'sitrep.db'))).toEqual(report);
  });

  it('[FILE-15] makes its folder for its owner alone', async () => {
    const folder = await closedLog(0);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('[FILE-15] refuses a newer schema and a foreign database in one sentence', async () => {
    const folder = await closedLog(1);
    await tamper(folder, 'PRAGMA user_version = 99');
    await expect(open(folder)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('was written by a newer Sitrep (schema 99'),
    });
    await tamper(folder, 'PRAGMA application_id = 7');
    await expect(open(folder)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining("not one of Sitrep's"),
    });
  });

  it('[FILE-12] begins after an archived part', async () => {
    const folder = await closedLog(10);
    await tamper(
      folder,
      'UPDATE log_base SET (position, chain, at) = (SELECT position, chain, position FROM events WHERE position = 6)',
    );
    await tamper(folder, 'DELETE FROM events WHERE position <= 6');
    const { log, verify, close } = await open(folder);
    expect(await verify()).toMatchObject({ outcome: 'intact', events: 4, head: 10 });
    expect((await log.readAll(0, 100)).map(({ position }) => position)).toEqual([7, 8, 9, 10]);
    expect((await log.readStream('test/a')).map(({ version }) => version)).toEqual([7, 8, 9, 10]);
    expect(await log.positionAt(8)).toBe(8);
    expect((await appendNote(log, 11)).events[0]).toMatchObject({ position: 11, version: 11 });
    await close();
  });

  it('[FILE-11] keeps its chain when an event is erased', async () => {
    const folder = await closedLog(5);
    await tamper(folder, 'UPDATE events SET payload = NULL, salt = NULL, erased_at = 1 WHERE position = 3');
    const { log, verify, close } = await open(folder);
    expect(await verify()).toMatchObject({ outcome: 'intact', events: 5 });
    expect((await log.readAll(0, 10)).map(({ payload }) => payload)).toEqual([
      '{"text":"note 1"}',
      '{"text":"note 2"}',
      '{"erased":true}',
      '{"text":"note 4"}',
      '{"text":"note 5"}',
    ]);
    expect((await log.readStream('test/a'))[2]?.data).toEqual({ erased: true });
    expect((await log.outcomeOf('user/ada', 'command-3'))?.events[0]?.data).toEqual({ erased: true });
    await close();
  });
});

describe('a log that was changed behind its back', () => {
  const changes: readonly [what: string, sql: string][] = [
    ['a payload', `UPDATE events SET payload = replace(payload, 'note', 'nope') WHERE position = 40`],
    ['a salt', `UPDATE events SET salt = '00' || substr(salt, 3) WHERE position = 40`],
    ['a header', `UPDATE events SET header = replace(header, 'user/ada', 'user/eve') WHERE position = 40`],
    ['a checksum', `UPDATE events SET payload_hash = 'ff' || substr(payload_hash, 3) WHERE position = 40`],
    ['a link', `UPDATE events SET chain = 'ff' || substr(chain, 3) WHERE position = 40`],
    ['a missing event', 'DELETE FROM events WHERE position = 40'],
    ['an event moved away', 'UPDATE events SET position = -1 WHERE position = 40'],
  ];

  it.each(changes)('[FILE-8] [FILE-9] is refused at the start, naming the event: %s', async (_what, sql) => {
    const folder = await closedLog(60);
    await tamper(folder, sql);
    const refusal = { code: 'damaged', position: 40, message: expect.stringContaining('Event 40 in ') };
    await expect(open(folder)).rejects.toMatchObject(refusal);
    const report = await verifyLogFile(join(folder, 'sitrep.db'));
    expect(report).toMatchObject({ outcome: 'damaged', position: 40 });
  });

  it('[FILE-8] is refused when two events change places', async () => {
    const folder = await closedLog(60);
    const columns = 'header, payload, salt, payload_hash, chain';
    const other = '(SELECT * FROM copies WHERE position = 81 - events.position)';
    await tamper(folder, `CREATE TABLE copies AS SELECT position, ${columns} FROM events WHERE position IN (40, 41)`);
    await tamper(folder, 'DROP INDEX events_of_stream');
    await tamper(
      folder,
      `UPDATE events SET (${columns}) = (SELECT ${columns} FROM ${other}) WHERE position IN (40, 41)`,
    );
    await expect(open(folder)).rejects.toMatchObject({ code: 'damaged', position: 40 });
  });

  it.each(changes.filter(([what]) => !/link|checksum/.test(what)))(
    '[FILE-9] is not served where the start did not look: %s',
    async (_what, sql) => {
      const folder = await closedLog(21_000);
      await tamper(folder, sql);
      const damaged = vi.fn<(fault: unknown) => void>();
      const { log, verify, close } = await openFileStorage({ folder, clock: systemClock, onDamage: damaged });
      const refusal = { code: 'damaged', position: 40 };
      await expect(log.readAll(0, 1_000)).rejects.toMatchObject(refusal);
      await expect(log.readStream('test/a')).rejects.toMatchObject(refusal);
      await expect(log.outcomeOf('user/ada', 'command-40')).rejects.toMatchObject(refusal);
      await expect(log.tail(0, () => {}).caughtUp).rejects.toMatchObject(refusal);
      expect(await verify()).toMatchObject({ outcome: 'damaged', position: 40 });
      expect(damaged).toHaveBeenCalledWith(expect.objectContaining(refusal));
      await close();
    },
  );

  it('[FILE-18] is found by verifying when a command was forgotten', async () => {
    const folder = await closedLog(60);
    await tamper(folder, `DELETE FROM commands WHERE command_id = 'command-40'`);
    const report = await verifyLogFile(join(folder, 'sitrep.db'));
    expect(report).toMatchObject({ outcome: 'damaged', position: 40 });
  });

  it('[FILE-9] [FILE-10] is found by the scrub, and refused at the next start', async () => {
    const folder = await closedLog(21_000);
    await tamper(folder, changes[0]?.[1] ?? '');
    const clock = new ManualClock(Date.UTC(2026, 0, 1));
    const found = new Promise<unknown>((resolve) => {
      void openFileStorage({ folder, clock, onDamage: resolve }).then((storage) => {
        storage.startScrub({ everyMs: 10 });
        clock.advance(10);
        return found.then(() => storage.close());
      });
    });
    expect(await found).toMatchObject({ code: 'damaged', position: 40 });
    await vi.waitFor(() => expect(existsSync(join(folder, 'owner.json'))).toBe(false));
    await expect(open(folder)).rejects.toMatchObject({
      code: 'damaged',
      position: 40,
      message: expect.stringMatching(/^Event 40 in .*found at 2026-01-01.*delete .*damaged\.json/),
    });
  });

  it('[FILE-9] scrubs the whole log, again and again, unless it is paused', async () => {
    const folder = await closedLog(5_000);
    const clock = new ManualClock();
    const passes: number[] = [];
    const storage = await openFileStorage({ folder, clock });
    const scrub = storage.startScrub({
      rowsPerTick: 2_000,
      everyMs: 10,
      restMs: 1_000,
      onPass: (position) => passes.push(position),
    });
    const tick = async (ms: number): Promise<void> => {
      clock.advance(ms);
      await storage.log.positionAt(0);
    };
    for (let turn = 0; turn < 4; turn += 1) await tick(10);
    expect(passes).toEqual([5_000]);
    await tick(10);
    scrub.pause();
    await tick(2_000);
    expect(passes).toEqual([5_000]);
    scrub.resume();
    for (let turn = 0; turn < 4; turn += 1) await tick(10);
    expect(passes).toEqual([5_000, 5_000]);
    await storage.close();
  });
});

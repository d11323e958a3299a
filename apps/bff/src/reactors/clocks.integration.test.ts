import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StoredEvent } from '../ports/stored-event.ts';
import { fivePeople } from '../testing/five-people.ts';
import { LeapingClock } from '../testing/leaping-clock.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';

const MINUTE = 60_000;

let folder: string;
let server: TestServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sitrep-clocks-'));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

const ranOutIn = async ({ core }: TestServer): Promise<readonly StoredEvent[]> =>
  (await core.log.readAll(0, 10_000)).filter(({ type }) => type === 'clock.ran-out');

test('[CLK-55] with the log in files, what came due while the server was down runs out once, from a snapshot too', async () => {
  const clock = new LeapingClock();
  const restarted = async (): Promise<TestServer> => {
    await server?.stop();
    server = undefined;
    server = await startServer({ folder, clock });
    return server;
  };
  const first = await restarted();
  const people = await fivePeople(first, await first.signInToken());
  const incidentId = await people.ren.declares('Checkout fails', { severity: 3 });
  const declaredAt = clock.now();
  expect(await ranOutIn(first)).toEqual([]);

  await first.stop();
  server = undefined;
  clock.leap(70 * MINUTE);
  const second = await restarted();
  await second.app.clocks.handled();
  const told = await ranOutIn(second);
  expect(told.map(({ stream, at, data }) => ({ stream, at, data }))).toMatchObject(
    [
      { clock: 'acknowledge', dueAt: declaredAt + 30 * MINUTE },
      { clock: 'no-progress', dueAt: declaredAt + 30 * MINUTE },
      { clock: 'first-internal-update', dueAt: declaredAt + 60 * MINUTE },
      { clock: 'long-running', dueAt: declaredAt + 60 * MINUTE },
    ].map((data) => ({ stream: `incident/${incidentId}`, at: clock.now(), data })),
  );

  const third = await restarted();
  await third.app.clocks.handled();
  expect((await ranOutIn(third)).map(({ id }) => id)).toEqual(told.map(({ id }) => id));
});

import { afterEach, describe, expect, test } from 'vitest';
import { systemActor } from '@sitrep/shared/kernel/actor';
import type { IncidentId, UpdateId } from '@sitrep/shared/kernel/ids';
import type { CommandInput, CommandType } from '@sitrep/shared/protocol/catalogue';
import { HOLD_WINDOW_MS } from '@sitrep/shared/updates/values';
import { ManualClock } from '../adapters/manual-clock.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { createIdGenerator } from '../adapters/uuid-v7.ts';
import { createCore } from '../core.ts';
import { Clocks } from './clocks.ts';
import { updateReleases } from './update-releases.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

const stopping: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});

/** Server objects over a storage that may outlive them. */
const world = async (storage = createMemoryStorage(), clock = new ManualClock(NOW)) => {
  const ids = createIdGenerator(clock);
  const secret = 'a secret of the tests that is long enough';
  const core = createCore({ log: storage.log, docs: storage.docs, clock, ids, secret });
  await core.pipeline.start();
  const scheduler = (): Clocks => new Clocks({ ...core, logger: SILENT, sources: [updateReleases] });
  const clocks = scheduler();
  clocks.start();
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await clocks.stop();
    await core.pipeline.stop();
  };
  stopping.push(stop);
  const does = async <T extends CommandType>(type: T, input: CommandInput<T>): Promise<void> => {
    const { position } = await core.bus.execute({ type, input, actor: systemActor('test'), commandId: ids.id() });
    await core.pipeline.appliedUpTo(position);
  };
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await clocks.handled();
  };
  const published = async () => (await storage.log.readAll(0, 1_000)).filter(({ type }) => type === 'update.published');
  return { storage, clock, core, clocks, scheduler, stop, does, pass, published, ids };
};

type World = Awaited<ReturnType<typeof world>>;

/** An internal update that is about to leave. */
const leaving = async ({ does, ids }: World) => {
  const incidentId = ids.id() as IncidentId;
  const updateId = ids.id() as UpdateId;
  await does('incident.declare', { incidentId, title: 'Checkout fails', severity: 1 });
  await does('update.announce', { incidentId, updateId, audience: 'internal', text: 'We look at it.' });
  return { incidentId, updateId };
};

describe('an update on its way', () => {
  test('[UPD-43] leaves at the end of its window, and not before', async () => {
    const here = await world();
    await leaving(here);
    await here.pass(HOLD_WINDOW_MS - 1);
    expect(await here.published()).toEqual([]);
    await here.pass(1);
    expect(await here.published()).toMatchObject([{ at: NOW + HOLD_WINDOW_MS, actor: 'system/clocks' }]);
  });

  test('[UPD-45] leaves once, also where two look at the same moment', async () => {
    const here = await world();
    await leaving(here);
    const second = here.scheduler();
    second.start();
    here.clock.advance(HOLD_WINDOW_MS);
    await Promise.all([here.clocks.handled(), second.handled()]);
    await second.stop();
    expect(await here.published()).toHaveLength(1);
  });

  test('[UPD-45] leaves when the server is back', async () => {
    const before = await world();
    await leaving(before);
    await before.stop();
    before.clock.advance(60_000);
    const after = await world(before.storage, before.clock);
    await after.pass(0);
    expect(await after.published()).toMatchObject([{ at: NOW + 60_000 }]);
  });

  test('[UPD-44] leaves not while held, and anew when it is published again', async () => {
    const here = await world();
    const about = await leaving(here);
    await here.pass(5_000);
    await here.does('update.hold', about);
    await here.pass(60_000);
    expect(await here.published()).toEqual([]);
    await here.does('update.publish', { ...about, revision: 1 });
    await here.pass(HOLD_WINDOW_MS);
    expect(await here.published()).toHaveLength(1);
  });

  test('[UPD-43] leaves where the incident was closed since, also after a restart', async () => {
    const close = { as: 'false-alarm', reason: 'a test' } as const;
    const here = await world();
    const { incidentId } = await leaving(here);
    await here.does('incident.close', { incidentId, ...close });
    await here.pass(HOLD_WINDOW_MS);
    expect(await here.published()).toHaveLength(1);
    expect(here.core.openSet.get(`incident/${incidentId}`)).toBeUndefined();

    const other = await leaving(here);
    await here.does('incident.close', { incidentId: other.incidentId, ...close });
    await here.stop();
    const after = await world(here.storage, here.clock);
    await after.pass(HOLD_WINDOW_MS);
    expect(await after.published()).toHaveLength(2);
  });
});

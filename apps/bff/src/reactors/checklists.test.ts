import { expect, test } from 'vitest';
import { isDeclared } from '@sitrep/shared/incidents/state';
import { Refusal } from '@sitrep/shared/kernel/errors';
import type { StreamId } from '@sitrep/shared/kernel/event';
import type { Room } from '@sitrep/shared/rooms/room';
import { DEFAULT_SETTINGS } from '@sitrep/shared/settings/values';
import { alertWorld, type AlertWorld } from '../features/alerts/testing/alert-world.ts';
import { checklists } from './checklists.ts';
import { Reactor } from './reactor.ts';

const start = async (world: AlertWorld) => {
  const { log, docs, clock, pipeline, openSet, bus } = world;
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  const openRoom = (stream: StreamId) => openSet.get(stream)?.state as Room | undefined;
  const reaction = checklists({ bus, openRoom, settings: () => DEFAULT_SETTINGS, logger });
  const appliedUpTo = (position: number) => pipeline.appliedUpTo(position);
  const reactor = await Reactor.start({ log, docs, clock, logger, appliedUpTo }, reaction);
  const does = async (...asked: Parameters<typeof world.execute>) => {
    await world.execute(...asked);
    await settle();
  };
  const settle = async (): Promise<void> => {
    await reactor.handledUpTo(log.head());
    await world.settle();
  };
  return { reactor, reaction, does, settle };
};

const declared = async (severity: 1 | 2 | 3) => {
  const world = await alertWorld();
  const running = await start(world);
  const incidentId = world.ids.id() as never;
  await running.does('incident.declare', { incidentId, title: 'Checkout fails', severity });
  const room = (): Room => world.openSet.get(`incident/${String(incidentId)}`)?.state as Room;
  const lists = (): readonly string[] => room().checklists.items.map(({ id }) => id);
  return { world, incidentId, room, lists, ...running };
};

test('[CHK-2] each phase brings its own', async () => {
  const { world, incidentId, lists, does, reactor } = await declared(1);
  expect(lists()).toEqual(['sev1-detection']);
  for (const status of ['investigating', 'identified', 'mitigating', 'resolved'] as const) {
    await does('incident.change-status', { incidentId, status });
  }
  expect(lists()).toEqual(['sev1-detection', 'sev1-response', 'sev1-mitigation', 'sev1-resolution']);
  await reactor.stop();
  await world.stop();
});

test('[CHK-2] being acknowledged is enough for the response', async () => {
  const { world, incidentId, lists, does, reactor } = await declared(2);
  await does('incident.set-milestone', { incidentId, milestone: 'started', at: world.clock.now() });
  expect(lists()).toEqual(['sev2-detection']);
  await does('incident.set-milestone', { incidentId, milestone: 'acknowledged', at: world.clock.now() });
  expect(lists()).toEqual(['sev2-detection', 'sev2-response']);
  await reactor.stop();
  await world.stop();
});

test('[CHK-2] so is the first role that somebody is given', async () => {
  const { world, incidentId, lists, does, reactor } = await declared(2);
  const userId = world.ids.id() as never;
  await does('people.create-administrator', { userId, name: 'Ada', handle: 'ada' });
  world.clock.advance(60_000);
  await does('incident.assign-role', { incidentId, role: 'scribe', userId });
  expect(lists()).toEqual(['sev2-detection', 'sev2-response']);
  await reactor.stop();
  await world.stop();
});

test('[CHK-3] raising adds, lowering does not', async () => {
  const { world, incidentId, lists, does, reactor } = await declared(3);
  await does('incident.change-status', { incidentId, status: 'investigating' });
  expect(lists()).toEqual([]);
  await does('incident.change-severity', { incidentId, severity: 1 });
  expect(lists()).toEqual(['sev1-detection', 'sev1-response']);
  await does('incident.change-severity', { incidentId, severity: 2, reason: 'less' });
  expect(lists()).toEqual(['sev1-detection', 'sev1-response']);
  await reactor.stop();
  await world.stop();
});

test('[CHK-4] once, whoever looks at the same events again', async () => {
  const { world, lists, reaction, reactor, room } = await declared(1);
  await reactor.stop();
  const events = await world.log.readAll(0, 1_000);
  const wanted = events.filter((event) => reaction.wants(event));
  await reaction.handle(wanted);
  const again = await start(world);
  await again.settle();
  expect(lists()).toEqual(['sev1-detection']);
  expect(isDeclared(room().incident)).toBe(true);
  await again.reactor.stop();
  await world.stop();
});

test('[CHK-4] what could not be written is tried again', async () => {
  const world = await alertWorld();
  const { log, docs, clock, pipeline, openSet } = world;
  let broken = true;
  const execute = world.bus.execute.bind(world.bus);
  world.bus.execute = (request) =>
    broken && request.type === 'checklist.start'
      ? Promise.reject(new Refusal('unavailable', 'Disk full.'))
      : execute(request);
  const waits: string[] = [];
  const logger = {
    info: () => {},
    warn: (_fields: object, message: string) => void waits.push(message),
    error: () => {},
  };
  const reactor = await Reactor.start(
    { log, docs, clock, logger, appliedUpTo: (position) => pipeline.appliedUpTo(position) },
    checklists({
      bus: world.bus,
      openRoom: (stream) => openSet.get(stream)?.state as Room | undefined,
      settings: () => DEFAULT_SETTINGS,
      logger,
    }),
  );
  const incidentId = world.ids.id() as never;
  await world.execute('incident.declare', { incidentId, title: 'Checkout fails', severity: 1 });
  while (waits.length === 0) await new Promise((resolve) => setImmediate(resolve));
  broken = false;
  clock.advance(1_000);
  await reactor.handledUpTo(log.head());
  await world.settle();
  const room = openSet.get(`incident/${String(incidentId)}`)?.state as Room;
  expect(room.checklists.items.map(({ id }) => id)).toEqual(['sev1-detection']);
  await reactor.stop();
  await world.stop();
});

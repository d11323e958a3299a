import { setImmediate as nextMacrotask } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isDeclared, type Incident } from '@sitrep/shared/incidents/state';
import { nextUpdateDueAt } from '@sitrep/shared/rooms/clocks/update-clocks';
import type { ClockedRoom } from '@sitrep/shared/rooms/clocks/running-clock';
import type { Room } from '@sitrep/shared/rooms/room';
import { DEFAULT_SETTINGS } from '@sitrep/shared/settings/values';
import type { WrittenEntry } from '@sitrep/shared/timeline/state';
import { ManualClock } from '../adapters/manual-clock.ts';
import { createIdGenerator } from '../adapters/uuid-v7.ts';
import type { Clock } from '../ports/clock.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';
import { DrillClock } from './drill-clock.ts';
import { Names } from './names.ts';
import { peakTraffic } from './peak-traffic/peak-traffic.ts';
import { MINUTE_MS, Player } from './player.ts';
import { seededBytes } from './seeded-bytes.ts';
import { stageOf } from './stage.ts';

const SEED = 'a seed of the tests';
const REAL_NOW = Date.UTC(2026, 10, 20, 17, 50);
const [first] = peakTraffic.steps;
const END = peakTraffic.steps.at(-1)?.minute ?? 0;

let real: ManualClock;
let server: TestServer;
let refused: string[];
let outcomes: string[];

const onStage = async (from: number): Promise<Player> => {
  const startsAt = REAL_NOW - from * MINUTE_MS;
  const clock = new DrillClock(real, startsAt + (first?.minute ?? 0) * MINUTE_MS);
  server = await startServer({ clock: clock satisfies Clock, ids: createIdGenerator(clock, seededBytes(SEED)) });
  const stage = stageOf({ core: server.core, app: server.app, clock, url: server.url });
  const bus: typeof stage.bus = {
    execute: async (request) => {
      const executed = await stage.bus.execute(request);
      outcomes.push(executed.outcome);
      return executed;
    },
  };
  return new Player({
    scenario: peakTraffic,
    stage: { ...stage, bus },
    seed: SEED,
    startsAt,
    onRefused: (step, { message }) => refused.push(`${step.minute} ${step.type}: ${message}`),
  });
};

beforeEach(() => {
  real = new ManualClock(REAL_NOW);
  refused = [];
  outcomes = [];
});
afterEach(async () => {
  await server.stop();
});

const names = new Names({ seed: SEED, timeOf: () => 0, incidentOfGroup: () => undefined });
const roomOf = (incident: string): Room =>
  server.core.openSet.get(`incident/${names.incident(incident)}`)?.state as Room;
const openIncidents = (): readonly Incident[] =>
  [...server.core.openSet.entries()]
    .filter(([stream]) => stream.startsWith('incident/'))
    .map(([, { state }]) => (state as Room).incident)
    .filter(isDeclared);
const written = (room: Room): readonly WrittenEntry[] =>
  room.timeline.entries.filter((entry) => entry.origin === 'written');
const everything = (): Promise<readonly StoredEvent[]> => server.core.log.readAll(0, 10_000);

const expectTheEnd = (): void => {
  const { incident, timeline } = roomOf('shop');
  expect(incident).toMatchObject({ status: 'resolved', severity: 2, alerts: { firing: [] } });
  expect(incident).toHaveProperty('alerts.resolved.length', 10);
  expect(incident).toHaveProperty('roles', {
    commander: names.person('maya'),
    deputy: names.person('viktor'),
    'technical-lead': names.person('tomas'),
    'communications-lead': names.person('ines'),
    scribe: names.person('hannah'),
  });
  const entries = written(roomOf('shop'));
  expect(entries.length).toBeGreaterThan(60);
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(
    new Set(['note', 'finding', 'decision', 'change', 'impact', 'link']),
  );
  expect(entries.filter(({ retracted }) => retracted !== undefined)).toHaveLength(1);
  expect(entries.filter(({ revision }) => revision > 1)).toHaveLength(1);
  expect(entries.filter(({ happenedAt, recordedAt }) => happenedAt < recordedAt).length).toBeGreaterThan(3);
  expect(timeline.entries.filter(({ pinned }) => pinned).length).toBeGreaterThan(7);
  expect(
    openIncidents().map(({ title, severity, status, private: hidden }) => [title, severity, status, hidden]),
  ).toEqual(
    expect.arrayContaining([
      ['Checkout and login fail across the shop', 2, 'resolved', false],
      ['Deploy token readable in a public build log', 3, 'mitigating', true],
      ['Search shows last week’s prices', 3, 'resolved', false],
      ['Invoice export fails for some merchants', 3, 'identified', false],
      ['Label printers offline in the Leipzig warehouse', 4, 'identified', false],
    ]),
  );
};

describe('the story of the cascading failure', () => {
  test('[DRILL-1] [DRILL-10] at once: to its end without a refusal, each event at its own time', async () => {
    const player = await onStage(END);
    await player.playUpTo(END);
    expect(player.ended).toBe(true);
    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    expectTheEnd();

    const events = await everything();
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBe(REAL_NOW);
    const { declaredAt } = roomOf('shop').incident as Incident;
    expect(declaredAt).toBe(REAL_NOW - (END - 50) * MINUTE_MS);
    const closed = events.filter(({ type }) => type === 'incident.closed').map(({ stream }) => stream);
    expect(closed).toEqual([
      `incident/${names.incident('certificate')}`,
      `incident/${names.incident('product-pages')}`,
    ]);
  });

  test('[DRILL-2] twice with one seed: the same events with the same ids in the same order', async () => {
    const once = await onStage(END);
    await once.playUpTo(END);
    const events = await everything();
    await server.stop();
    const twice = await onStage(END);
    await twice.playUpTo(END);
    expect(await everything()).toEqual(events);
  });

  test('[DRILL-3] while it plays, no other incident is overdue with an update', async () => {
    const player = await onStage(END);
    for (const minute of [60, 100, 140, 180, END]) {
      await player.playUpTo(minute);
      const now = server.core.clock.now();
      const overdue = openIncidents()
        .filter(({ id }) => id !== names.incident('shop'))
        .filter(({ id }) => {
          const due = nextUpdateDueAt(
            server.core.openSet.get(`incident/${id}`)?.state as ClockedRoom,
            DEFAULT_SETTINGS,
          );
          return due !== undefined && due < now;
        });
      expect(overdue.map(({ title }) => title)).toEqual([]);
    }
  });

  test('[DRILL-10] up to a minute: nothing of what comes later, and the clock stands at what is really now', async () => {
    const player = await onStage(60);
    await player.playUpTo(60);
    expect(player.ended).toBe(false);
    expect(roomOf('shop').incident).toMatchObject({ status: 'investigating', severity: 1 });
    expect(server.core.clock.now()).toBe(REAL_NOW);
  });

  test('[DRILL-11] live from a minute on: to the same end, at the speed asked for', async () => {
    const player = await onStage(60);
    await player.playUpTo(60);
    const playing = player.goOn(60, 6);
    while (!player.ended) {
      real.advance(1_000);
      await nextMacrotask();
    }
    await playing;
    await server.app.alerts.handled();
    expect(refused).toEqual([]);
    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    expectTheEnd();
    const { declaredAt, statusSince } = roomOf('shop').incident as Incident;
    expect(REAL_NOW - declaredAt).toBe(10 * MINUTE_MS);
    // The loop above runs ahead of what the server has to do, never behind.
    expect(statusSince - REAL_NOW).toBeGreaterThanOrEqual((150 * MINUTE_MS) / 6);
  });
});

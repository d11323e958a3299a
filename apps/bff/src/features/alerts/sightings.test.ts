import { expect, test } from 'vitest';
import type { AlertId } from '@sitrep/shared/kernel/ids';
import { alertWorld, amAlert, amBody, STARTED_AT } from './testing/alert-world.ts';

const body = amBody([amAlert({ severity: 'warning' })]);

test('[ING-31] what fires already is counted, a new occurrence begins at one', async () => {
  const world = await alertWorld();
  const integration = await world.connect('alertmanager');
  await world.send(integration, body);
  world.clock.advance(5_000);
  await world.send(integration, body);
  const id = world.alerts()[0]?.id as AlertId;
  expect(world.sightings.of(id)).toEqual({ received: 2, lastReceivedAt: STARTED_AT + 5_000 });
  await world.send(integration, amBody([amAlert({ severity: 'warning', status: 'resolved' })]));
  await world.send(integration, body);
  expect(world.sightings.of(id)).toMatchObject({ received: 1 });
  expect(world.sightings.lastReceivedAt(integration.id)).toBe(STARTED_AT + 5_000);
  await world.stop();
});

test('[ING-32] counts are written within half a minute', async () => {
  const world = await alertWorld();
  const integration = await world.connect('alertmanager');
  await world.send(integration, body);
  const stored = () => world.docs.list('alert-sightings');
  expect(await stored()).toEqual([]);
  world.clock.advance(30_000);
  await world.sightings.flush();
  expect(await stored()).toMatchObject([{ value: { received: 1, lastReceivedAt: STARTED_AT } }]);
  await world.stop();
});

test('[ING-32] counts go on after a restart', async () => {
  const before = await alertWorld();
  const integration = await before.connect('alertmanager');
  await before.send(integration, body);
  await before.send(integration, amBody([amAlert({ name: 'Watchdog', severity: 'none' })]));
  await before.stop();
  const world = await alertWorld(before);
  await world.send(integration, body);
  expect(world.sightings.of(world.alerts()[0]?.id as AlertId)).toMatchObject({ received: 2 });
  expect([...world.sightings.watchdogs()]).toMatchObject([{ name: 'Watchdog', lastSeenAt: STARTED_AT }]);
  expect(world.sightings.lastReceivedAt(integration.id)).toBe(STARTED_AT);
  await world.stop();
});

test('[ING-32] counts of resolved alerts are forgotten, those of firing ones are not', async () => {
  const world = await alertWorld();
  const integration = await world.connect('alertmanager');
  const other = amAlert({ severity: 'warning', instance: 'web-2' });
  await world.send(integration, amBody([amAlert({ severity: 'warning' }), other]));
  await world.send(integration, amBody([{ ...other, status: 'resolved' }]));
  world.clock.advance(3_700_000);
  await world.sightings.flush();
  expect((await world.docs.list('alert-sightings')).map(({ key }) => key)).toEqual(world.alerts().map(({ id }) => id));
  await world.stop();
});

test('[ING-33] whoever shows counts is told once per second at most', async () => {
  const world = await alertWorld();
  const integration = await world.connect('alertmanager');
  const told: number[] = [];
  world.sightings.onChanged((ids) => told.push(ids.size));
  await world.send(integration, body);
  await world.send(integration, body);
  await world.send(integration, amBody([amAlert({ severity: 'warning', instance: 'web-2' })]));
  expect(told).toEqual([]);
  world.clock.advance(1_000);
  expect(told).toEqual([2]);
  world.clock.advance(10_000);
  expect(told).toEqual([2]);
  await world.stop();
});

test('[ING-32] counts that could not be written are written later, the newer ones winning', async () => {
  const world = await alertWorld();
  const integration = await world.connect('alertmanager');
  const write = world.docs.write.bind(world.docs);
  await world.send(integration, body);
  world.docs.write = () => Promise.reject(new Error('disk full'));
  await world.sightings.flush();
  await world.ingest.receive(integration, JSON.stringify(body));
  world.docs.write = write;
  await world.sightings.flush();
  expect(await world.docs.list('alert-sightings')).toMatchObject([{ value: { received: 2 } }]);
  expect(world.logged).toEqual(['counters of alerts could not be written; trying again']);
  await world.stop();
});

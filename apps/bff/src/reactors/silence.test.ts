import { describe, expect, test } from 'vitest';
import { alertWorld, amAlert, amBody, STARTED_AT, type AlertWorld } from '../features/alerts/testing/alert-world.ts';

/** Looks every five seconds, as the timer would. */
const pass = async (world: AlertWorld, seconds: number): Promise<void> => {
  for (let passed = 0; passed < seconds; passed += 5) {
    world.clock.advance(5_000);
    await world.silence.look();
  }
  await world.settle();
};
const causes = async (world: AlertWorld): Promise<unknown[]> =>
  (await world.log.readAll(0, 1_000)).flatMap(({ type, data }) =>
    type === 'alert.resolved' ? [(data as { cause: string }).cause] : [],
  );

const watchdog = amBody([amAlert({ name: 'Watchdog', severity: 'none' })]);
const alert = { service: 'checkout', event: 'slow', severity: 'warning' };

describe('[ING-52] quiet', () => {
  test('an alert that is not repeated resolves after its time, and not before', async () => {
    const world = await alertWorld();
    await world.send(await world.connect('generic', { quietAfterS: 60 }), alert);
    await pass(world, 55);
    expect(world.alerts()).toHaveLength(1);
    await pass(world, 5);
    expect(world.alerts()).toEqual([]);
    expect(await causes(world)).toEqual(['quiet']);
    await world.stop();
  });

  test('every repeat begins its time anew', async () => {
    const world = await alertWorld();
    const integration = await world.connect('generic', { quietAfterS: 60 });
    await world.send(integration, alert);
    for (let repeat = 0; repeat < 5; repeat += 1) {
      await pass(world, 50);
      await world.send(integration, alert);
    }
    expect(world.alerts()).toMatchObject([{ occurrence: 1 }]);
    await world.stop();
  });

  test('a source that says "resolved" itself is never quiet', async () => {
    const world = await alertWorld();
    await world.send(await world.connect('alertmanager'), amBody([amAlert({ severity: 'warning' })]));
    await pass(world, 7_200);
    expect(world.alerts()).toHaveLength(1);
    await world.stop();
  });

  test('[ING-55] after a restart the whole time has to pass again', async () => {
    const before = await alertWorld();
    await before.send(await before.connect('generic', { quietAfterS: 60 }), alert);
    await before.stop();
    before.clock.advance(3_600_000);
    const world = await alertWorld(before);
    await pass(world, 55);
    expect(world.alerts()).toHaveLength(1);
    await pass(world, 5);
    expect(world.alerts()).toEqual([]);
    await world.stop();
  });

  test('[ING-55] neither sleep nor a jump of the clock is silence', async () => {
    const world = await alertWorld();
    await world.send(await world.connect('generic', { quietAfterS: 60 }), alert);
    await pass(world, 10);
    world.clock.advance(3_600_000);
    await pass(world, 55);
    expect(world.alerts()).toHaveLength(1);
    await world.stop();
  });
});

describe('[ING-53] a watchdog that stays away', () => {
  const silent = async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager', { watchdogAfterS: 60 });
    expect(await world.send(integration, watchdog)).toEqual({ stored: 0, repeated: 1, unreadable: 0 });
    await pass(world, 55);
    expect(world.alerts()).toEqual([]);
    await pass(world, 5);
    return { world, integration };
  };

  test('raises a critical alert, which opens an incident', async () => {
    const { world, integration } = await silent();
    expect(world.alerts()).toMatchObject([
      {
        fingerprint: 'watchdog:Watchdog',
        integrationId: integration.id,
        content: { title: `No sign of life from ${integration.name}`, severity: 'critical', startedAt: STARTED_AT },
      },
    ]);
    expect(world.incidents()).toMatchObject([{ title: `No sign of life from ${integration.name}` }]);
    await world.stop();
  });

  test('[ING-54] the alert resolves when it comes back', async () => {
    const { world, integration } = await silent();
    await world.send(integration, watchdog);
    await pass(world, 5);
    expect(world.alerts()).toEqual([]);
    expect(world.incidents()).toMatchObject([{ status: 'detected', alerts: { firing: [] } }]);
    await pass(world, 60);
    expect(world.alerts()).toMatchObject([{ occurrence: 2 }]);
    await world.stop();
  });

  test('once per silence, also where somebody resolved it by hand, also after a restart', async () => {
    const { world } = await silent();
    const alertId = world.alerts()[0]?.id ?? '';
    await world.execute('alert.resolve', { alertId });
    await pass(world, 300);
    expect(world.alerts()).toEqual([]);
    await world.stop();
    const after = await alertWorld(world);
    await pass(after, 300);
    expect(after.alerts()).toEqual([]);
    await after.stop();
  });

  test('one that was never seen is not missed', async () => {
    const world = await alertWorld();
    await world.connect('alertmanager', { watchdogAfterS: 60 });
    await pass(world, 300);
    expect(world.alerts()).toEqual([]);
    await world.stop();
  });

  test('one of a removed integration is forgotten', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager', { watchdogAfterS: 60 });
    await world.send(integration, watchdog);
    await world.execute('integration.remove', { integrationId: integration.id });
    await pass(world, 300);
    expect(world.alerts()).toEqual([]);
    expect([...world.sightings.watchdogs()]).toEqual([]);
    await world.stop();
  });

  test('[ING-55] our own absence raises nothing', async () => {
    const before = await alertWorld();
    await before.send(await before.connect('alertmanager', { watchdogAfterS: 60 }), watchdog);
    await before.stop();
    before.clock.advance(3_600_000);
    const world = await alertWorld(before);
    await pass(world, 55);
    expect(world.alerts()).toEqual([]);
    await pass(world, 5);
    expect(world.alerts()).toHaveLength(1);
    await world.stop();
  });

  test('a quiet time does not resolve the alert about it', async () => {
    const world = await alertWorld();
    const integration = await world.connect('generic', { watchdogAfterS: 60, quietAfterS: 30 });
    await world.send(integration, { event: 'Watchdog' });
    await pass(world, 300);
    expect(world.alerts()).toMatchObject([{ occurrence: 1 }]);
    await world.stop();
  });
});

import { isRefusal, Refusal } from '@sitrep/shared/kernel/errors';
import { describe, expect, test } from 'vitest';
import type { CommandBus } from '../../command-bus/command-bus.ts';
import { Admission } from './admission.ts';
import { createIngest } from './ingest.ts';
import { alertWorld, amAlert, amBody } from './testing/alert-world.ts';

const refusalOf = async (work: Promise<unknown>): Promise<Refusal | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => (isRefusal(error) ? error : Promise.reject(error)),
  );

describe('[ING-8] what is answered', () => {
  test('new alerts are stored, repeats are repeated, resolves are stored once', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    const firing = amBody([amAlert(), amAlert({ instance: 'web-2' })]);
    const resolved = amBody([amAlert({ status: 'resolved' }), amAlert({ instance: 'web-2' })]);
    expect(await world.send(integration, firing)).toEqual({ stored: 2, repeated: 0, unreadable: 0 });
    expect(await world.send(integration, firing)).toEqual({ stored: 0, repeated: 2, unreadable: 0 });
    expect(await world.send(integration, resolved)).toEqual({ stored: 1, repeated: 1, unreadable: 0 });
    expect(await world.send(integration, resolved)).toEqual({ stored: 0, repeated: 2, unreadable: 0 });
    expect(world.alerts().map(({ content }) => content.title)).toEqual(['HighLatency on web-2']);
    await world.stop();
  });

  test('what was guessed is named, twenty times at most', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    const many = Array.from({ length: 30 }, (_, n) => amAlert({ instance: `web-${n}`, severity: 'banana' }));
    const answer = await world.send(integration, amBody(many));
    expect(answer).toMatchObject({ stored: 30, unreadable: 0 });
    expect(answer.warnings).toHaveLength(20);
    expect(answer.warnings?.[1]).toBe('alerts[1].labels.severity: "banana" is not understood; taken as warning.');
    await world.stop();
  });

  test('a resolve of what never fired is a repeat, and leaves nothing behind', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    const before = world.log.head();
    expect(await world.send(integration, amBody([amAlert({ status: 'resolved' })]))).toMatchObject({ repeated: 1 });
    expect(world.log.head()).toBe(before);
    await world.stop();
  });

  test('in one body an alert may fire, resolve and fire again: it ends as it ended', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    const body = amBody([amAlert(), amAlert({ status: 'resolved' }), amAlert()]);
    expect(await world.send(integration, body)).toMatchObject({ stored: 3 });
    expect(world.alerts()).toMatchObject([{ occurrence: 2, status: 'firing' }]);
    await world.stop();
  });

  test('the same fingerprint from two integrations is two alerts', async () => {
    const world = await alertWorld();
    const body = amBody([amAlert({ severity: 'warning' })]);
    await world.send(await world.connect('alertmanager'), body);
    await world.send(await world.connect('alertmanager'), body);
    expect(world.alerts()).toHaveLength(2);
    await world.stop();
  });
});

describe('[ING-9] what cannot be read', () => {
  test('is kept raw beside what can, and listed newest first', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    expect(await world.send(integration, amBody(['one', amAlert(), 'two']))).toEqual({
      stored: 1,
      repeated: 0,
      unreadable: 2,
    });
    const { items } = await world.unreadable.page(10);
    expect(items).toMatchObject([
      { raw: '"two"', fault: expect.stringContaining('alerts[2]'), integrationId: integration.id },
      { raw: '"one"', fault: expect.stringContaining('alerts[0]') },
    ]);
    await world.stop();
  });

  test('a body that was refused is kept too', async () => {
    const world = await alertWorld();
    const integration = await world.connect('generic');
    expect((await refusalOf(world.ingest.receive(integration, 'PROBLEM: \u0000 down')))?.code).toBe('invalid');
    expect((await refusalOf(world.ingest.receive(integration, '{"service":"x"}')))?.details.faults?.[0]?.path).toBe(
      'event',
    );
    expect((await world.unreadable.page(10)).items.map(({ raw }) => raw)).toEqual([
      '{"service":"x"}',
      'PROBLEM:  down',
    ]);
    await world.stop();
  });

  test('the newest 500 of 64 KiB stay, page by page, also after a restart', async () => {
    const world = await alertWorld();
    const integration = await world.connect('generic');
    await world.send(
      integration,
      Array.from({ length: 400 }, (_, index) => `first ${index}`),
    );
    await world.send(integration, [
      ...Array.from({ length: 300 }, (_, index) => `second ${index}`),
      'é'.repeat(100_000),
    ]);
    await world.stop();
    const after = await alertWorld(world);
    const { items, next } = await after.unreadable.page(301);
    expect(Buffer.byteLength(items[0]?.raw ?? '')).toBeLessThanOrEqual(64 * 1024);
    expect(items.at(-1)?.raw).toBe('"second 0"');
    const rest = await after.unreadable.page(301, next);
    expect(rest.items).toHaveLength(199);
    expect(rest.next).toBeUndefined();
    expect(rest.items[0]?.raw).toBe('"first 399"');
    await after.stop();
  });
});

test('[ING-28] 10,000 alerts in one body are stored, each once', async () => {
  const world = await alertWorld();
  const integration = await world.connect('alertmanager');
  const alerts = Array.from({ length: 10_000 }, (_, index) => amAlert({ instance: `web-${index}` }));
  expect(await world.send(integration, amBody(alerts))).toEqual({ stored: 10_000, repeated: 0, unreadable: 0 });
  expect(world.alerts()).toHaveLength(10_000);
  expect(world.incidents()).toHaveLength(1);
  expect(world.incidents()[0]?.alerts.firing).toHaveLength(10_000);
  await world.stop();
}, 60_000);

describe('[ING-7] overload', () => {
  const limits = { bodies: 2, bytes: 1_000, alerts: 10 };
  const codeOf = (admission: Admission, bytes: number) => {
    try {
      admission.enter(bytes);
    } catch (error) {
      return isRefusal(error) ? [error.code, error.details.retryAfterS] : error;
    }
    return 'admitted';
  };

  test('too many bodies, too many bytes: unavailable, until one is done', () => {
    const admission = new Admission(limits);
    const leave = admission.enter(900);
    expect(codeOf(admission, 200)).toEqual(['unavailable', 5]);
    expect(codeOf(admission, 100)).toBe('admitted');
    expect(codeOf(admission, 0)).toEqual(['unavailable', 5]);
    leave();
    expect(codeOf(admission, 900)).toBe('admitted');
  });

  test('a single body always fits', () => {
    expect(codeOf(new Admission(limits), 1_000_000)).toBe('admitted');
  });

  test('too many alerts under way: unavailable', async () => {
    const admission = new Admission(limits);
    const release: (() => void)[] = [];
    const alerts = Array.from({ length: 10 }, () =>
      admission.during(new Promise<void>((resolve) => release.push(resolve))),
    );
    expect(codeOf(admission, 1)).toEqual(['unavailable', 5]);
    for (const done of release) done();
    await Promise.all(alerts);
    expect(codeOf(admission, 1)).toBe('admitted');
  });
});

describe('when recording fails', () => {
  const failing = async (bus: CommandBus) => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    const logger = { info: () => {}, warn: () => {}, error: () => {} };
    return { world, integration, ingest: createIngest({ ...world, bus, logger }) };
  };

  test('[ING-8] a log that cannot be written is told to the sender, who repeats the body', async () => {
    const bus = { execute: () => Promise.reject(new Refusal('unavailable', 'No.', { retryAfterS: 5 })) };
    const { world, integration, ingest } = await failing(bus);
    const body = JSON.stringify(amBody([amAlert(), amAlert({ instance: 'web-2' })]));
    expect((await refusalOf(ingest.receive(integration, body)))?.code).toBe('unavailable');
    expect((await world.unreadable.page(10)).items).toEqual([]);
    await world.stop();
  });

  test('[ING-13] a fault of ours keeps that alert raw and costs no other', async () => {
    const world = await alertWorld();
    const bus: CommandBus = {
      execute: (request) =>
        JSON.stringify(request.input).includes('web-bad')
          ? Promise.reject(new Error('bug'))
          : world.bus.execute(request),
    };
    const logger = { info: () => {}, warn: () => {}, error: () => {} };
    const integration = await world.connect('alertmanager');
    const body = JSON.stringify(amBody([amAlert({ instance: 'web-bad' }), amAlert()]));
    const answer = await createIngest({ ...world, bus, logger }).receive(integration, body);
    expect(answer).toEqual({ stored: 1, repeated: 0, unreadable: 1 });
    expect((await world.unreadable.page(10)).items[0]?.raw).toContain('web-bad');
    await world.stop();
  });
});

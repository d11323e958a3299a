import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '@sitrep/shared/kernel/errors';
import type { AlertId, IncidentId } from '@sitrep/shared/kernel/ids';
import { alertWorld, amAlert, amBody, STARTED_AT, type AlertWorld } from '../features/alerts/testing/alert-world.ts';
import { alertGroupOf } from './alert-group.ts';
import { openIncidents } from './open-incidents.ts';

const only = <T>(items: readonly T[]): T => {
  expect(items).toHaveLength(1);
  return items[0] as T;
};

describe('[ING-40] a critical alert without an incident', () => {
  test('opens one that says what the alert says', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    await world.send(integration, amBody([amAlert()]));
    expect(only(world.incidents())).toMatchObject({
      key: 'INC-2026-0001',
      title: 'HighLatency on web-1',
      status: 'detected',
      severity: 2,
      services: ['checkout'],
      detection: 'monitoring',
      declaredBy: 'system/alerts',
      private: false,
      milestones: { started: Date.UTC(2026, 6, 19, 15, 58, 1), detected: STARTED_AT },
      alerts: { firing: [only(world.alerts()).id], resolved: [] },
      alertGroup: alertGroupOf(integration.id, '{}:{alertname="HighLatency"}'),
    });
    await world.stop();
  });

  test('as severe as the integration says', async () => {
    const world = await alertWorld();
    await world.send(await world.connect('alertmanager', { openedSeverity: 3 }), amBody([amAlert()]));
    expect(only(world.incidents()).severity).toBe(3);
    await world.stop();
  });

  test('with a start in the future opens one without', async () => {
    const world = await alertWorld();
    const ahead = { ...amAlert(), startsAt: '2026-07-20T00:00:00Z' };
    await world.send(await world.connect('alertmanager'), amBody([ahead]));
    expect(only(world.incidents()).milestones).toEqual({ detected: STARTED_AT });
    await world.stop();
  });

  test('a warning opens none', async () => {
    const world = await alertWorld();
    await world.send(await world.connect('alertmanager'), amBody([amAlert({ severity: 'warning' })]));
    expect(world.incidents()).toEqual([]);
    await world.stop();
  });

  test('[ING-45] where the integration opens none, none is opened', async () => {
    const world = await alertWorld();
    await world.send(await world.connect('alertmanager', { opensIncidents: false }), amBody([amAlert()]));
    expect(world.incidents()).toEqual([]);
    await world.stop();
  });

  test('[ING-46] an alert that becomes critical opens one', async () => {
    const world = await alertWorld();
    const integration = await world.connect('generic');
    await world.send(integration, { service: 'checkout', event: 'slow', severity: 'warning' });
    expect(world.incidents()).toEqual([]);
    await world.send(integration, { service: 'checkout', event: 'slow', severity: 'critical' });
    expect(only(world.incidents()).title).toBe('checkout: slow');
    await world.stop();
  });
});

describe('[ING-41] once per group', () => {
  test('also when it is delivered twice at the same moment', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    const text = JSON.stringify(amBody([amAlert(), amAlert({ instance: 'web-2' })]));
    const answers = await Promise.all([
      world.ingest.receive(integration, text),
      world.ingest.receive(integration, text),
    ]);
    await world.settle();
    expect(answers.map(({ stored, repeated }) => stored + repeated)).toEqual([2, 2]);
    expect(answers[0].stored + answers[1].stored).toBe(2);
    expect(only(world.incidents()).alerts.firing).toHaveLength(2);
    await world.stop();
  });

  test('also when the same events are looked at again', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    await world.send(integration, amBody([amAlert(), amAlert({ instance: 'web-2' })]));
    await world.send(integration, amBody([amAlert({ status: 'resolved' })]));
    const before = world.incidents();
    const wanted = await world.log.readAll(0, 1_000);
    await world.openIncidents.handle(wanted.filter((event) => world.openIncidents.wants(event)));
    await world.settle();
    expect(world.incidents()).toEqual(before);
    await world.stop();
  });

  test('two groups are two incidents', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    await world.send(integration, amBody([amAlert()], 'one'));
    await world.send(integration, amBody([amAlert({ instance: 'web-2' })], 'two'));
    expect(world.incidents()).toHaveLength(2);
    await world.stop();
  });
});

describe('[ING-42] what else fires in the group', () => {
  test('joins, whatever its severity', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    await world.send(integration, amBody([amAlert()]));
    await world.send(integration, amBody([amAlert({ instance: 'web-2', severity: 'warning' })]));
    expect(only(world.incidents()).alerts.firing).toHaveLength(2);
    await world.stop();
  });

  test('[ING-45] joins also where the integration opens no incidents', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager', { opensIncidents: false });
    const incidentId = world.ids.id();
    const alertGroup = alertGroupOf(integration.id, '{}:{alertname="HighLatency"}');
    await world.execute('incident.declare', { incidentId, title: 'By hand', alertGroup });
    await world.send(integration, amBody([amAlert()]));
    expect(only(world.incidents()).alerts.firing).toHaveLength(1);
    await world.stop();
  });
});

describe('[ING-44] a group whose incident is over', () => {
  const again = async (end: (world: AlertWorld, incidentId: IncidentId) => Promise<unknown>) => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    await world.send(integration, amBody([amAlert()]));
    const first = only(world.incidents()).id;
    await end(world, first);
    await world.send(integration, amBody([amAlert({ instance: 'web-2' })]));
    return { world, first, others: world.incidents().filter(({ id }) => id !== first) };
  };

  test('resolved: a new one opens', async () => {
    const { world, others } = await again((in_, incidentId) =>
      in_.execute('incident.change-status', { incidentId, status: 'resolved' }),
    );
    expect(only(others).alerts.firing).toHaveLength(1);
    await world.stop();
  });

  test('closed: a new one opens', async () => {
    const { world, others } = await again((in_, incidentId) =>
      in_.execute('incident.close', { incidentId, as: 'false-alarm', reason: 'A test' }),
    );
    expect(only(others).alerts.firing).toHaveLength(1);
    await world.stop();
  });

  test('closed between looking and joining: a new one opens', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    await world.send(integration, amBody([amAlert()]));
    const incidentId = only(world.incidents()).id;
    const group = alertGroupOf(integration.id, '{}:{alertname="HighLatency"}');
    let stale = true;
    const reaction = openIncidents({
      bus: world.bus,
      integrations: world.integrations,
      activeAlert: () => world.alerts()[0],
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      allApplied: async () => {
        stale = false;
      },
      incidents: {
        incidentForGroup: (name) => (stale && name === group ? incidentId : world.index.incidentForGroup(name)),
        incidentsOf: (id) => world.index.incidentsOf(id),
        isUnresolved: () => false,
      },
    });
    await world.execute('incident.close', { incidentId, as: 'false-alarm', reason: 'A test' });
    await world.reactor.stop();
    await world.ingest.receive(integration, JSON.stringify(amBody([amAlert({ instance: 'web-2' })])));
    const events = await world.log.readAll(0, 1_000);
    await reaction.handle(events.filter(({ type }) => type === 'alert.fired').slice(-1));
    await world.pipeline.appliedUpTo(world.log.head());
    expect(only(world.incidents()).alerts.firing).toHaveLength(1);
    await world.stop();
  });
});

describe('[ING-43] an alert that resolves', () => {
  test('resolves in its incident, which stays open', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    await world.send(integration, amBody([amAlert()]));
    await world.send(integration, amBody([amAlert({ status: 'resolved' })]));
    expect(only(world.incidents())).toMatchObject({
      status: 'detected',
      alerts: { firing: [], resolved: [expect.any(String)] },
    });
    await world.stop();
  });

  test('[ING-47] resolves in an incident that a person declared with it, and fires again in it', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    await world.send(integration, amBody([amAlert({ severity: 'warning' })]));
    const alertId = only(world.alerts()).id;
    await world.execute('incident.declare', {
      incidentId: world.ids.id(),
      title: 'By hand',
      alerts: [{ alertId, title: 'HighLatency' }],
    });
    await world.send(integration, amBody([amAlert({ severity: 'warning', status: 'resolved' })]));
    expect(only(world.incidents()).alerts).toMatchObject({ firing: [], resolved: [alertId] });
    await world.send(integration, amBody([amAlert({ severity: 'warning' })]));
    expect(only(world.incidents()).alerts).toMatchObject({ firing: [alertId], resolved: [] });
    await world.stop();
  });
});

test('[ING-43] an alert that had resolved when somebody put it in resolves there', async () => {
  const world = await alertWorld();
  const integration = await world.connect('alertmanager');
  await world.send(integration, amBody([amAlert({ severity: 'warning' })]));
  const alertId = only(world.alerts()).id;
  await world.send(integration, amBody([amAlert({ severity: 'warning', status: 'resolved' })]));
  const alerts = [{ alertId, title: 'HighLatency' }];
  await world.execute('incident.declare', { incidentId: world.ids.id(), title: 'By hand', alerts });
  expect(only(world.incidents()).alerts).toMatchObject({ firing: [], resolved: [alertId] });
  await world.stop();
});

describe('[ING-49] many at once', () => {
  test('fire, resolve and fire again in one batch: each ends as it ended', async () => {
    const world = await alertWorld();
    const integration = await world.connect('alertmanager');
    const hosts = Array.from({ length: 1_500 }, (_, index) => `web-${index}`);
    const every = (status: string) => hosts.map((instance) => amAlert({ instance, status }));
    await world.send(integration, amBody([...every('firing'), ...every('resolved'), ...every('firing').slice(0, 700)]));
    const { firing, resolved } = only(world.incidents()).alerts;
    expect([firing.length, resolved.length]).toEqual([700, 800]);
    expect(new Set(firing)).toEqual(new Set(world.alerts().map(({ id }) => id)));
    const joins = (await world.log.readAll(0, 10_000)).filter(({ type }) => type === 'incident.alerts-joined');
    expect(joins.length).toBeLessThan(100);
    await world.stop();
  }, 60_000);
});

test('[ING-61] while the log cannot be written nothing is lost: the alert opens its incident later', async () => {
  const world = await alertWorld();
  const integration = await world.connect('alertmanager');
  let broken = true;
  const execute = world.bus.execute.bind(world.bus);
  world.bus.execute = (request) =>
    broken && request.type === 'incident.declare'
      ? Promise.reject(new Refusal('unavailable', 'Disk full.'))
      : execute(request);
  await world.ingest.receive(integration, JSON.stringify(amBody([amAlert()])));
  while (world.logged.length === 0) await new Promise((resolve) => setImmediate(resolve));
  broken = false;
  world.clock.advance(1_000);
  await world.settle();
  expect(world.incidents()).toHaveLength(1);
  expect(world.logged).toEqual(['a reactor waits for the log to be writable']);
  await world.stop();
});

describe('[ING-48] any order', () => {
  const message = fc.record({
    alert: fc.constantFrom('web-1', 'web-2', 'web-3'),
    severity: fc.constantFrom('critical', 'critical', 'warning'),
    status: fc.constantFrom('firing', 'firing', 'resolved'),
    /** Sent together with the one before it. */
    together: fc.boolean(),
    /** From both halves of an Alertmanager pair. */
    twice: fc.boolean(),
  });

  test('of firing, resolved and repeated messages, with restarts: one incident, never closed, true to its alerts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 25 }), fc.nat({ max: 24 }), async (messages, restartAt) => {
        let world = await alertWorld();
        const integration = await world.connect('generic');
        let underWay: Promise<unknown>[] = [];
        for (const [index, { alert, severity, status, together, twice }] of messages.entries()) {
          if (!together) {
            await Promise.all(underWay.splice(0));
            await world.settle();
          }
          if (index === restartAt) {
            await Promise.all(underWay.splice(0));
            await world.stop();
            world = await alertWorld(world);
          }
          const text = JSON.stringify({ service: 'checkout', event: alert, severity, status });
          underWay.push(world.ingest.receive(integration, text));
          if (twice) underWay.push(world.ingest.receive(integration, text));
        }
        await Promise.all(underWay);
        await world.settle();

        const events = await world.log.readAll(0, 10_000);
        const everCritical = events.some(({ payload }) => payload.includes('"critical"'));
        const check = () => {
          const incidents = world.incidents();
          expect(incidents.map(({ status }) => status)).toEqual(everCritical ? ['detected'] : []);
          const active = new Set<AlertId>(world.alerts().map(({ id }) => id));
          for (const { alerts } of incidents) {
            expect(alerts.firing.filter((id) => !active.has(id))).toEqual([]);
            expect(alerts.resolved.filter((id) => active.has(id))).toEqual([]);
          }
        };
        check();
        // As after a crash before the checkpoint: from anywhere on, everything once more.
        const wanted = events.filter((event) => world.openIncidents.wants(event)).slice(restartAt);
        await world.openIncidents.handle(wanted.slice(0, restartAt));
        await world.settle();
        await world.openIncidents.handle(wanted.slice(restartAt));
        await world.settle();
        check();
        expect(world.logged).toEqual([]);
        await world.stop();
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

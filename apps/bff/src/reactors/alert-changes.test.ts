import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { systemActor } from '@sitrep/shared/kernel/actor';
import type { AlertId, IncidentId } from '@sitrep/shared/kernel/ids';
import { alertWorld } from '../features/alerts/testing/alert-world.ts';
import { AlertChanges } from './alert-changes.ts';

const fail = (_fields: object, message: string): never => {
  throw new Error(message);
};

test('[ING-49] more alerts than one command takes resolve in their incident all the same', async () => {
  const world = await alertWorld();
  const incidentId = randomUUID() as IncidentId;
  await world.execute('incident.declare', { incidentId, title: 'A storm' });
  const alerts = Array.from({ length: 2_500 }, () => ({ alertId: randomUUID() as AlertId, title: 'Down' }));
  const changes = new AlertChanges(world.bus, systemActor('alerts'), { info: () => {}, warn: fail, error: fail });
  for (let from = 0; from < alerts.length; from += 1_000) {
    const some = alerts.slice(from, from + 1_000);
    await world.bus.execute({
      type: 'incident.join-alerts',
      input: { incidentId, group: 'storm', alerts: some },
      actor: systemActor('alerts'),
      commandId: randomUUID(),
    });
  }
  // One event may say so of all of them.
  for (const { alertId } of alerts) changes.resolve(incidentId, alertId, 'the same event');
  await changes.send();
  await world.settle();
  expect(world.incidents().map((incident) => incident.alerts.firing.length)).toEqual([0]);
  await world.stop();
});

import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import type { AlertId, IncidentId, IntegrationId } from '@sitrep/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { activeAlerts, firingCount, resolvedAlerts, serviceBeside, wantsIncident } from './alert-groups.ts';

const alert = (id: string, part: Partial<AlertRow>): AlertRow => ({
  id: id as AlertId,
  integrationId: 'i' as IntegrationId,
  status: 'firing',
  title: id,
  description: '',
  severity: 'critical',
  labels: {},
  occurrence: 1,
  firedAt: 0,
  received: 1,
  lastReceivedAt: 0,
  ...part,
});
const rows = [
  alert('warning', { severity: 'warning', firedAt: 9 }),
  alert('acknowledged', { status: 'acknowledged', firedAt: 8 }),
  alert('old', { firedAt: 1 }),
  alert('new', { firedAt: 2 }),
  alert('gone', { status: 'resolved', resolvedAt: 4 }),
  alert('gone later', { status: 'resolved', resolvedAt: 5 }),
];
const ids = (found: readonly AlertRow[]) => found.map(({ id }) => id);

describe('alerts', () => {
  it('are listed firing first, worst first, newest first', () => {
    expect(ids(activeAlerts(rows))).toEqual(['new', 'old', 'warning', 'acknowledged']);
    expect(ids(resolvedAlerts(rows))).toEqual(['gone later', 'gone']);
    expect(firingCount(rows)).toBe(3);
  });

  it('ask for an incident only while critical or error, firing and without one', () => {
    expect(ids(rows.filter(wantsIncident))).toEqual(['old', 'new']);
    expect(wantsIncident(alert('has one', { incidentId: 'x' as IncidentId }))).toBe(false);
  });

  it.each([
    ['5xx high', 'checkout', 'checkout'],
    ['checkout: 5xx high', 'checkout', undefined],
    ['5xx high', undefined, undefined],
  ])('beside the title %j of %s stands %s', (title, service, shown) => {
    expect(serviceBeside({ title, ...(service === undefined ? {} : { service }) })).toBe(shown);
  });
});

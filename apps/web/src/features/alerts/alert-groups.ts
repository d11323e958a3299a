import type { AlertRow } from '@sitrep/shared/alerts/alert-row';

/** What asks for an incident: it fires, it is bad, and no incident has it. */
export const wantsIncident = ({ status, severity, incidentId }: AlertRow): boolean =>
  status === 'firing' && (severity === 'critical' || severity === 'error') && incidentId === undefined;

/** Some tools put the service into the title; it need not stand there twice. */
export const serviceBeside = ({ title, service }: Pick<AlertRow, 'title' | 'service'>): string | undefined =>
  service === undefined || title.includes(service) ? undefined : service;

const RANK = { critical: 0, error: 1, warning: 2, info: 3 } as const;

/** Worst first, then the newest. */
export const byUrgency = (a: AlertRow, b: AlertRow): number =>
  RANK[a.severity] - RANK[b.severity] || b.firedAt - a.firedAt || (a.id < b.id ? -1 : 1);

export const activeAlerts = (rows: readonly AlertRow[]): readonly AlertRow[] =>
  rows
    .filter(({ status }) => status !== 'resolved')
    .toSorted((a, b) => Number(a.status === 'acknowledged') - Number(b.status === 'acknowledged') || byUrgency(a, b));

export const resolvedAlerts = (rows: readonly AlertRow[]): readonly AlertRow[] =>
  rows.filter(({ status }) => status === 'resolved').toSorted((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0));

export const firingCount = (rows: readonly AlertRow[]): number =>
  rows.filter(({ status }) => status === 'firing').length;

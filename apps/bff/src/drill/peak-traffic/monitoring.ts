import type { Minute, Names } from '../names.ts';
import { command, type AlertStep, type CommandStep } from '../step.ts';
import { ADMINISTRATOR } from './cast.ts';

export const SHOP = 'Prometheus, shop production';
export const JOBS = 'Night jobs';
const SHOP_GROUP = '{}:{cluster="shop-production"}';
export const EXPORT_JOB = { service: 'invoice-export', event: 'export_failed' } as const;

/** The alerts of the afternoon: one condition each, as Prometheus knows it. */
const CONDITIONS = {
  pool: ['critical', 'primary-database', 'Connection pool exhausted', 'All 100 connections are in use, others wait.'],
  wait: ['warning', 'primary-database', 'Queries wait for a connection', 'p95 of the wait is above 2 s for 5 minutes.'],
  catalog: ['critical', 'product-catalog', 'Requests time out', 'More than 20 % take longer than 10 s.'],
  metadata: ['warning', 'product-metadata', 'Slow answers', 'p99 is above 5 s.'],
  gateway: ['warning', 'api-gateway', 'p99 latency above 8 s', 'Most of it is spent waiting for other services.'],
  storefront: ['critical', 'storefront', 'Error rate above 25 %', 'Pages that end with status 500 or 504.'],
  login: ['critical', 'user-authentication', 'Error rate above 25 %', 'Sign-ins that end without a session.'],
  orders: ['critical', 'order-processing', 'Error rate above 25 %', 'Orders that fail or time out.'],
  stock: ['critical', 'inventory', 'Reservations fail', 'The database refuses connections.'],
  parked: ['warning', 'payment-gateway', 'Captures are parked', 'The fallback queue grows.'],
} as const;
type Condition = keyof typeof CONDITIONS;

const alertBody = (status: 'firing' | 'resolved', conditions: readonly Condition[], startedAt: number) => ({
  version: '4',
  groupKey: SHOP_GROUP,
  truncatedAlerts: 0,
  status,
  receiver: 'sitrep',
  alerts: conditions.map((condition) => {
    const [severity, service, summary, description] = CONDITIONS[condition];
    return {
      status,
      fingerprint: condition,
      labels: { alertname: summary, service, severity, cluster: 'shop-production' },
      annotations: { summary: `${service}: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`, description },
      startsAt: new Date(startedAt).toISOString(),
      generatorURL: `https://prometheus.example.org/alerts/${condition}`,
    };
  }),
});

export const fires = (minute: Minute, ...conditions: readonly Condition[]): AlertStep => ({
  minute,
  from: SHOP,
  source: 'alertmanager',
  body: (names) => alertBody('firing', conditions, names.time(minute - 1)),
});

export const resolves = (minute: Minute, ...conditions: readonly Condition[]): AlertStep => ({
  minute,
  from: SHOP,
  source: 'alertmanager',
  body: (names) => alertBody('resolved', conditions, names.time(minute)),
});

export const exportJobFails = (minute: Minute): AlertStep => ({
  minute,
  from: JOBS,
  source: 'generic',
  body: (names) => ({
    ...EXPORT_JOB,
    severity: 'critical',
    timestamp: new Date(names.time(minute)).toISOString(),
    title: 'Invoice export fails for some merchants',
    details: { message: 'Three of 214 files were rejected by the bank: wrong checksum.', attempt: 3 },
  }),
});

export const acknowledges = (minute: Minute, by: string, condition: Condition): CommandStep =>
  command(minute, by, 'alert.acknowledge', (names) => ({ alertId: names.alert(SHOP, condition) }));

/** For declaring: the shop's alerts that fire already; the rest of the group follows by itself. */
export const shopAlerts =
  (...conditions: readonly Condition[]) =>
  (names: Names) => ({
    alertGroup: names.group(SHOP, SHOP_GROUP),
    alerts: conditions.map((condition) => {
      const [, service, summary] = CONDITIONS[condition];
      return { alertId: names.alert(SHOP, condition), title: `${service}: ${summary.toLowerCase()}`, service };
    }),
  });

/** People decide here what is an incident; the jobs of the night open theirs by themselves. */
export const monitoringSteps = (minute: Minute): readonly CommandStep[] => [
  command(minute, ADMINISTRATOR.handle, 'integration.create', (names) => ({
    integrationId: names.integration(SHOP),
    name: SHOP,
    source: 'alertmanager' as const,
    settings: { opensIncidents: false },
  })),
  command(minute + 4, ADMINISTRATOR.handle, 'integration.create', (names) => ({
    integrationId: names.integration(JOBS),
    name: JOBS,
    source: 'generic' as const,
    settings: { openedSeverity: 3 as const, quietAfterS: 0 },
  })),
];

import type { AlertContent } from '@sitrep/shared/alerts/events';
import { boundedLabels, descriptionText, serviceLine, titleLine } from './content.ts';
import { kindOf, shapeFault } from './faults.ts';
import { fieldOf, firstSaid, firstText, isForeignRecord, scalarText, type ForeignRecord } from './foreign-value.ts';
import { guessesAt, warned, type Guesses } from './guesses.ts';
import { httpUrl } from './http-url.ts';
import { identity, labelHash } from './identity.ts';
import type { Reading, SourceAdapter } from './reading.ts';
import { severityOf, UNRATED } from './severity-words.ts';
import { statusOf, type Firing } from './status-words.ts';
import { isUnset, toolTime } from './tool-time.ts';
import { isWatchdog } from './watchdog-names.ts';

/** Where each part of an alert is looked for, in order. */
const FIELDS = {
  title: ['summary', 'title'],
  description: ['description', 'message', 'summary'],
  severity: ['severity', 'priority', 'level', 'criticality'],
  service: [
    'service',
    'service_name',
    'app',
    'app_kubernetes_io_name',
    'app.kubernetes.io/name',
    'k8s_app',
    'application',
    'component',
    'job',
  ],
  url: ['generatorURL', 'dashboardURL', 'panelURL'],
} as const;

/** Labels that say nothing in a title made of labels. */
const NOT_IN_TITLE = new Set(['alertname', '__name__', 'severity']);
const LABELS_IN_TITLE = 3;
const NO_FIELDS: ForeignRecord = {};

/** Prometheus Alertmanager, webhook versions 3 and 4, and what speaks like it: Grafana, Mimir, Thanos. */
export const alertmanager: SourceAdapter = {
  source: 'alertmanager',
  name: 'Prometheus Alertmanager',

  read: (body, now) => {
    if (!isForeignRecord(body)) {
      throw shapeFault('', `Alertmanager sends an object with a list of alerts; this is ${kindOf(body)}.`);
    }
    const alerts = fieldOf(body, 'alerts');
    if (!Array.isArray(alerts)) {
      throw shapeFault('alerts', `Alertmanager sends a list here; this is ${kindOf(alerts)}.`);
    }
    return readAll(body, alerts, now);
  },

  testBody: ({ id, startedAt }) => {
    const labels = { alertname: 'SitrepTestAlert', service: 'checkout', severity: 'critical', test: id };
    const annotations = {
      summary: 'Test alert: checkout fails',
      description: 'Sent from Sitrep to try the whole way.',
    };
    const alert = {
      status: 'firing',
      labels,
      annotations,
      startsAt: new Date(startedAt).toISOString(),
      endsAt: '0001-01-01T00:00:00Z',
      fingerprint: labelHash(labels).slice('sha256:'.length, 'sha256:'.length + 16),
    };
    return {
      version: '4',
      groupKey: `{}:{alertname="SitrepTestAlert", test="${id}"}`,
      truncatedAlerts: 0,
      status: 'firing',
      receiver: 'sitrep',
      groupLabels: { alertname: labels.alertname, test: id },
      commonLabels: labels,
      commonAnnotations: annotations,
      alerts: [alert],
    };
  },
};

function* readAll(body: ForeignRecord, alerts: readonly unknown[], now: number): Generator<Reading> {
  for (const [index, alert] of alerts.entries()) yield readAlert(body, alert, index, now);
  const left = Number(fieldOf(body, 'truncatedAlerts') ?? 0);
  if (left > 0) {
    const envelope = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'alerts'));
    yield unreadable(envelope, `Alertmanager left out ${left} alerts: raise max_alerts of this receiver.`);
  }
}

const unreadable = (raw: unknown, fault: string): Reading => ({ kind: 'unreadable', raw, fault });

const readAlert = (body: ForeignRecord, alert: unknown, index: number, now: number): Reading => {
  const path = `alerts[${index}]`;
  if (!isForeignRecord(alert)) return unreadable(alert, `${path}: an object expected, found ${kindOf(alert)}.`);
  const labels = fieldOf(alert, 'labels') ?? NO_FIELDS;
  if (!isForeignRecord(labels))
    return unreadable(alert, `${path}.labels: an object expected, found ${kindOf(labels)}.`);
  const fingerprint = fingerprintOf(alert, labels);
  if (fingerprint === undefined)
    return unreadable(alert, `${path}: neither labels nor a fingerprint tell which alert it is.`);

  const annotations = fieldOf(alert, 'annotations');
  const said = isForeignRecord(annotations) ? annotations : NO_FIELDS;
  const guesses = guessesAt(`${path}.`);
  const content = contentOf(alert, labels, said, groupOf(body, labels, fingerprint), guesses);
  const kind = statusAt(alert, now, guesses);
  const name = scalarText(fieldOf(labels, 'alertname')) ?? '';
  if (kind === 'firing' && isWatchdog(name, firstText(labels, FIELDS.severity), content.severity)) {
    return { kind: 'watchdog', name: identity(name) };
  }
  return { kind, fingerprint, content, ...warned(guesses) };
};

const fingerprintOf = (alert: ForeignRecord, labels: ForeignRecord): string | undefined => {
  const given = firstText(alert, ['fingerprint']);
  if (given !== undefined) return identity(given);
  return Object.keys(labels).length === 0 ? undefined : labelHash(labels);
};

/** An alert's own status decides, never that of its group. */
const statusAt = (alert: ForeignRecord, now: number, guesses: Guesses): Firing => {
  const endsAt = toolTime(fieldOf(alert, 'endsAt'));
  const byEnd = endsAt !== undefined && endsAt <= now ? 'resolved' : 'firing';
  return guesses.read(firstSaid(alert, ['status']), statusOf, `taken as ${byEnd}`) ?? byEnd;
};

/** A group without labels holds everything that this receiver gets: there the alert's name tells groups apart. */
const groupOf = (body: ForeignRecord, labels: ForeignRecord, fingerprint: string): string => {
  const key = scalarText(fieldOf(body, 'groupKey')) ?? '';
  if (key !== '' && !key.endsWith(':{}')) return identity(key);
  const name = firstText(labels, ['alertname']);
  return identity(name === undefined ? `${key}${fingerprint}` : `${key}{alertname=${JSON.stringify(name)}}`);
};

const contentOf = (
  alert: ForeignRecord,
  labels: ForeignRecord,
  annotations: ForeignRecord,
  group: string,
  guesses: Guesses,
): AlertContent => {
  const service = serviceLine(firstText(labels, FIELDS.service) ?? '');
  const url = FIELDS.url.map((name) => httpUrl(fieldOf(alert, name))).find((found) => found !== undefined);
  const begun = isUnset(fieldOf(alert, 'startsAt')) ? undefined : firstSaid(alert, ['startsAt']);
  const startedAt = guesses.read(begun, toolTime, 'the time is left out');
  const rated =
    firstSaid(labels, FIELDS.severity, 'labels.') ?? firstSaid(annotations, FIELDS.severity, 'annotations.');
  const title = titleLine(firstText(annotations, FIELDS.title) ?? '') || titleFromLabels(labels);
  const description = descriptionText(firstText(annotations, FIELDS.description) ?? '');
  return {
    title,
    // Said once is enough.
    description: description === title ? '' : description,
    severity: guesses.read(rated, severityOf, `taken as ${UNRATED}`) ?? UNRATED,
    ...(service === '' ? {} : { service }),
    labels: boundedLabels(Object.entries(labels)),
    ...(url === undefined ? {} : { url }),
    group,
    ...(startedAt === undefined ? {} : { startedAt }),
  };
};

const titleFromLabels = (labels: ForeignRecord): string => {
  const told = Object.keys(labels)
    .filter((name) => !NOT_IN_TITLE.has(name))
    .slice(0, LABELS_IN_TITLE)
    .map((name) => `${name}=${scalarText(fieldOf(labels, name)) ?? '…'}`);
  const name = firstText(labels, ['alertname']) ?? 'Alert';
  return titleLine(told.length === 0 ? name : `${name} (${told.join(', ')})`) || 'Alert';
};

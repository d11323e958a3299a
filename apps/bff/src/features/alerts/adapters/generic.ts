import type { AlertContent } from '@sitrep/shared/alerts/events';
import { boundedLabels, descriptionText, serviceLine, titleLine } from './content.ts';
import { kindOf, shapeFault } from './faults.ts';
import {
  anyText,
  fieldOf,
  firstSaid,
  firstText,
  isForeignRecord,
  scalarText,
  type ForeignRecord,
} from './foreign-value.ts';
import { guessesAt, warned, type Guesses } from './guesses.ts';
import { httpUrl } from './http-url.ts';
import { identity } from './identity.ts';
import type { Reading, SourceAdapter } from './reading.ts';
import { severityOf, UNRATED } from './severity-words.ts';
import { saysYes, severitySaysOver, statusOf, type Firing } from './status-words.ts';
import { isUnset, toolTime } from './tool-time.ts';
import { isWatchdog } from './watchdog-names.ts';

/**
 * Where each part of an alert is looked for, in order; the first name of each is the one we document. What identifies an
 * alert has one name only: guessing there would make one alert out of many.
 */
const FIELDS = {
  service: ['service'],
  event: ['event'],
  group: ['group'],
  severity: ['severity', 'level', 'priority'],
  timestamp: ['timestamp', 'time', '@timestamp', 'ts'],
  title: ['title', 'summary'],
  description: ['description', 'message', 'msg', 'text'],
  status: ['status', 'state'],
  url: ['url', 'link'],
} as const;

/** Fields that have a place of their own; every other one becomes a label. */
const PLACED = new Set<string>([...Object.values(FIELDS).flat(), 'details', 'resolved']);
const NO_FIELDS: ForeignRecord = {};

/** `{service, event, severity, timestamp, details}` as home-made monitors send it, or a list of such. */
export const generic: SourceAdapter = {
  source: 'generic',
  name: 'Own monitor (generic JSON)',

  read: (body) => {
    if (Array.isArray(body)) return readAll(body);
    if (!isForeignRecord(body)) {
      throw shapeFault(
        '',
        `An object like {service, event, severity}, or a list of such, is expected; this is ${kindOf(body)}.`,
      );
    }
    const fault = faultOf(body);
    if (fault !== undefined) throw shapeFault(fault.path, fault.message);
    return [readAlert(body, '')];
  },

  testBody: ({ id, startedAt }) => ({
    service: 'checkout',
    event: `sitrep_test_${id}`,
    severity: 'critical',
    timestamp: new Date(startedAt).toISOString(),
    group: `sitrep_test_${id}`,
    title: 'Test alert: checkout fails',
    details: { message: 'Sent from Sitrep to try the whole way.', test: id },
  }),
};

function* readAll(alerts: readonly unknown[]): Generator<Reading> {
  for (const [index, alert] of alerts.entries()) {
    if (isForeignRecord(alert)) {
      const fault = faultOf(alert);
      yield fault === undefined
        ? readAlert(alert, `[${index}].`)
        : { kind: 'unreadable', raw: alert, fault: `[${index}].${fault.path}: ${fault.message}` };
    } else {
      yield { kind: 'unreadable', raw: alert, fault: `[${index}]: an object expected, found ${kindOf(alert)}.` };
    }
  }
}

/** What it takes to tell one alert from another: the event, and the service where there is one. */
const faultOf = (alert: ForeignRecord): { readonly path: string; readonly message: string } | undefined => {
  if (firstText(alert, FIELDS.event) === undefined) {
    return {
      path: 'event',
      message: `The name of what happened is expected here; this is ${kindOf(fieldOf(alert, 'event'))}.`,
    };
  }
  const service = fieldOf(alert, 'service') ?? '';
  return scalarText(service) === undefined
    ? { path: 'service', message: `The name of a service is expected here; this is ${kindOf(service)}.` }
    : undefined;
};

const readAlert = (alert: ForeignRecord, path: string): Reading => {
  const guesses = guessesAt(path);
  const event = firstText(alert, FIELDS.event) ?? '';
  const service = firstText(alert, FIELDS.service);
  const content = contentOf(alert, event, service, guesses);
  const kind = statusOfAlert(alert, guesses);
  if (kind === 'firing' && isWatchdog(event, firstText(alert, FIELDS.severity), content.severity)) {
    return { kind: 'watchdog', name: identity(service === undefined ? event : `${service}/${event}`) };
  }
  return { kind, fingerprint: identity(JSON.stringify([service ?? null, event])), content, ...warned(guesses) };
};

/** Monitors that know no status say `severity: ok` when it is over. */
const statusOfAlert = (alert: ForeignRecord, guesses: Guesses): Firing => {
  if (saysYes(fieldOf(alert, 'resolved'))) return 'resolved';
  const over = severitySaysOver(firstText(alert, FIELDS.severity)) ? 'resolved' : 'firing';
  return guesses.read(firstSaid(alert, FIELDS.status), statusOf, `taken as ${over}`) ?? over;
};

const severityOrOver = (said: unknown): AlertContent['severity'] | undefined =>
  severityOf(said) ?? (severitySaysOver(said) ? UNRATED : undefined);

/** The first field that holds a time; what cannot be read as one is left out. */
const timeOf = (alert: ForeignRecord, guesses: Guesses): number | undefined => {
  const names = FIELDS.timestamp.filter((name) => !isUnset(fieldOf(alert, name)));
  const readable = names.filter((name) => toolTime(fieldOf(alert, name)) !== undefined);
  return guesses.read(firstSaid(alert, readable.length > 0 ? readable : names), toolTime, 'the time is left out');
};

const contentOf = (
  alert: ForeignRecord,
  event: string,
  service: string | undefined,
  guesses: Guesses,
): AlertContent => {
  const details = fieldOf(alert, 'details');
  const fields = isForeignRecord(details) ? details : NO_FIELDS;
  const named = serviceLine(service ?? '');
  const url = [...FIELDS.url.map((name) => fieldOf(alert, name)), ...FIELDS.url.map((name) => fieldOf(fields, name))]
    .map(httpUrl)
    .find((found) => found !== undefined);
  const startedAt = timeOf(alert, guesses);
  const title = firstText(alert, FIELDS.title);
  return {
    title: titleLine(title ?? '') || titleLine(named === '' ? event : `${named}: ${event}`) || 'Alert',
    description: descriptionText(descriptionOf(alert, fields, details)),
    severity: guesses.read(firstSaid(alert, FIELDS.severity), severityOrOver, `taken as ${UNRATED}`) ?? UNRATED,
    ...(named === '' ? {} : { service: named }),
    labels: boundedLabels(labelsOf(alert, fields)),
    ...(url === undefined ? {} : { url }),
    group: identity(firstText(alert, FIELDS.group) ?? service ?? event),
    ...(startedAt === undefined ? {} : { startedAt }),
  };
};

const descriptionOf = (alert: ForeignRecord, fields: ForeignRecord, details: unknown): string => {
  const said = firstText(alert, FIELDS.description) ?? firstText(fields, FIELDS.description);
  if (said !== undefined) return said;
  return details === undefined || details === null || isForeignRecord(details) ? '' : anyText(details);
};

const labelsOf = (alert: ForeignRecord, fields: ForeignRecord): (readonly [string, unknown])[] => [
  ...Object.entries(fields),
  ...Object.entries(alert).filter(([name]) => !PLACED.has(name)),
];

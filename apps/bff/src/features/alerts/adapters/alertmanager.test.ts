import { isRefusal } from '@sitrep/shared/kernel/errors';
import { describe, expect, test } from 'vitest';
import { alertmanager } from './alertmanager.ts';

const NOW = Date.UTC(2026, 6, 19, 16);
const labels = { alertname: 'HighLatency', service: 'checkout', severity: 'critical', instance: 'web-1' };
const alert = {
  status: 'firing',
  labels,
  annotations: { summary: 'Checkout is slow', description: 'p99 is 4.2 s' },
  startsAt: '2026-07-19T15:58:01.432911368Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus.example:9090/graph?g0.expr=up',
  fingerprint: 'a1b2c3d4e5f60718',
};
const envelope = {
  version: '4',
  status: 'firing',
  groupKey: '{}:{alertname="HighLatency"}',
  groupLabels: { alertname: 'HighLatency' },
};

const read = (...alerts: unknown[]) => [...alertmanager.read({ ...envelope, alerts }, NOW)];
const readOne = (changes: object) => read({ ...alert, ...changes })[0];
const contentOf = (changes: object) => {
  const reading = readOne(changes);
  if (reading?.kind !== 'firing' && reading?.kind !== 'resolved') throw new Error(`read as ${reading?.kind}`);
  return reading.content;
};
const fingerprintOf = (changes: object) => {
  const reading = readOne(changes);
  return reading !== undefined && 'fingerprint' in reading ? reading.fingerprint : undefined;
};
const refusalOf = (body: unknown) => {
  try {
    alertmanager.read(body, NOW);
  } catch (error) {
    if (isRefusal(error)) return error;
  }
  return undefined;
};

test('[ING-10] an alert of version 4 becomes content', () => {
  expect(read(alert)).toEqual([
    {
      kind: 'firing',
      fingerprint: 'a1b2c3d4e5f60718',
      content: {
        title: 'Checkout is slow',
        description: 'p99 is 4.2 s',
        severity: 'critical',
        service: 'checkout',
        labels,
        url: 'http://prometheus.example:9090/graph?g0.expr=up',
        group: '{}:{alertname="HighLatency"}',
        startedAt: Date.UTC(2026, 6, 19, 15, 58, 1, 432),
      },
    },
  ]);
});

describe('[ING-11] the own status of an alert decides', () => {
  test.each([
    ['resolved in a firing group', { status: 'resolved' }, 'resolved'],
    ['in capitals', { status: 'RESOLVED' }, 'resolved'],
    ['missing, not ended', { status: undefined }, 'firing'],
    ['missing, ended', { status: undefined, endsAt: '2026-07-19T15:59:00Z' }, 'resolved'],
    ['missing, will end later', { status: undefined, endsAt: '2026-07-19T16:03:00Z' }, 'firing'],
    ['a word that nobody knows, not ended', { status: 'suppressed' }, 'firing'],
    ['firing although an end is named', { endsAt: '2026-07-19T15:59:00Z' }, 'firing'],
  ])('%s', (_case, changes, kind) => {
    expect(readOne(changes)?.kind).toBe(kind);
  });
});

describe('[ING-12] identity', () => {
  test('without a fingerprint it is the labels, in any order', () => {
    const reversed = Object.fromEntries(Object.entries(labels).toReversed());
    const hash = fingerprintOf({ fingerprint: undefined });
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(fingerprintOf({ fingerprint: '', labels: reversed })).toBe(hash);
    expect(fingerprintOf({ fingerprint: undefined, labels: { ...labels, instance: 'web-2' } })).not.toBe(hash);
  });

  test('two fingerprints are two alerts, also with the same labels', () => {
    expect(fingerprintOf({})).not.toBe(fingerprintOf({ fingerprint: 'ffffffffffffffff' }));
  });

  test('long fingerprints that begin alike stay two', () => {
    const [one, other] = [
      fingerprintOf({ fingerprint: 'x'.repeat(500) }),
      fingerprintOf({ fingerprint: 'x'.repeat(501) }),
    ];
    expect(one).not.toBe(other);
    expect(one?.length).toBeLessThanOrEqual(300);
  });

  test.each([
    ['an alert that is no object', 'down'],
    ['labels that are no object', { ...alert, labels: ['a'] }],
    ['neither labels nor fingerprint', { status: 'firing' }],
  ])('[ING-13] %s is unreadable and keeps the others readable', (_case, broken) => {
    const readings = read(broken, alert);
    expect(readings[0]).toMatchObject({ kind: 'unreadable', raw: broken, fault: expect.stringContaining('alerts[0]') });
    expect(readings[1]).toMatchObject({ kind: 'firing' });
  });
});

describe('[ING-14] group', () => {
  const groupOf = (changes: object) => {
    const [reading] = [...alertmanager.read({ ...envelope, alerts: [alert], ...changes }, NOW)];
    return reading !== undefined && 'content' in reading ? reading.content.group : undefined;
  };

  test.each([
    ['the group key', {}, '{}:{alertname="HighLatency"}'],
    ['a number, as version 3 has it', { groupKey: '5615590933959184469' }, '5615590933959184469'],
    ['without a key, the name of the alert', { groupKey: undefined }, '{alertname="HighLatency"}'],
    ['of a receiver that does not group, key and name', { groupKey: '{}/{}:{}' }, '{}/{}:{}{alertname="HighLatency"}'],
  ])('%s', (_case, changes, group) => {
    expect(groupOf(changes)).toBe(group);
  });
});

describe('[ING-15] severity', () => {
  test.each([
    ...['critical', 'Critical', 'page', 'P1', 'sev1', 'SEV-1', 'emergency', 'fatal', 'high', 'P1 - Critical', 1].map(
      (word) => [word, 'critical'],
    ),
    ...['error', 'major', 'p2', 2].map((word) => [word, 'error']),
    ...['warning', 'warn', 'medium', 'unheard of', '', true, false, null, 17, { deep: 1 }].map((word) => [
      word,
      'warning',
    ]),
    ...['info', 'none', 'low', 'P5'].map((word) => [word, 'info']),
  ])('%j is %s', (word, severity) => {
    expect(contentOf({ labels: { ...labels, severity: word } }).severity).toBe(severity);
  });
});

describe('[ING-16] what an alert says', () => {
  test.each([
    ['title from another annotation', { annotations: { title: 'Slow' } }, { title: 'Slow' }],
    ['title on one line', { annotations: { summary: '  Slow\n\tcheckout ' } }, { title: 'Slow checkout' }],
    ['title from labels', { annotations: {} }, { title: 'HighLatency (service=checkout, instance=web-1)' }],
    ['title without anything', { annotations: { summary: '\u0000' }, labels: {} }, { title: 'Alert' }],
    ['service by its job', { labels: { alertname: 'A', job: 'api' } }, { service: 'api' }],
    ['numbers in labels', { labels: { alertname: 'A', code: 500 } }, { labels: { alertname: 'A', code: '500' } }],
    [
      'start with an offset',
      { startsAt: '2026-07-19T18:58:01+03:00' },
      { startedAt: Date.UTC(2026, 6, 19, 15, 58, 1) },
    ],
  ])('%s', (_case, changes, expected) => {
    expect(contentOf(changes)).toMatchObject(expected);
  });

  test.each([
    ['a script', { generatorURL: 'javascript:alert(1)' }, undefined],
    ['a relative address', { generatorURL: '?orgId=1' }, undefined],
    [
      'a relative one with a page beside it',
      { generatorURL: '?orgId=1', dashboardURL: 'https://g.example/d/1' },
      'https://g.example/d/1',
    ],
    ['one with a password', { generatorURL: 'https://me:secret@p.example/' }, 'https://p.example/'],
    ['an endless one', { generatorURL: `https://p.example/${'x'.repeat(3_000)}` }, undefined],
  ])('[ING-17] the page of an alert: %s', (_case, changes, url) => {
    expect(contentOf(changes).url).toBe(url);
  });

  test('without a start nothing is made up', () => {
    expect(contentOf({ startsAt: undefined })).not.toHaveProperty('startedAt');
    expect(contentOf({ startsAt: '0001-01-01T00:00:00Z' })).not.toHaveProperty('startedAt');
  });

  test('[ING-18] texts are bounded, and free of what cannot be stored', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`label_${index}`, 'v'.repeat(2_000)]));
    const content = contentOf({
      labels: { ...many, ['n'.repeat(500)]: 'x' },
      annotations: { summary: `NUL \u0000 half \ud83d ${'t'.repeat(1_000_000)}`, description: 'd'.repeat(9_000) },
    });
    expect(content.title.length).toBe(200);
    expect(content.title).toMatch(/^NUL half \ufffd t/);
    expect(content.description.length).toBe(4_000);
    expect(Object.keys(content.labels).length).toBe(64);
    expect(Math.max(...Object.values(content.labels).map((value) => value.length))).toBe(1_000);
  });

  test('[ING-19] a label called __proto__ changes no prototype', () => {
    const content = contentOf({
      labels: JSON.parse('{"alertname":"A","__proto__":{"polluted":"yes"},"constructor":"c"}'),
    });
    expect(content.labels).toEqual({ alertname: 'A', constructor: 'c' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('[ING-20] a watchdog', () => {
  test.each([
    ['Watchdog', 'none'],
    ['DeadMansSwitch', undefined],
    ['dead-mans-switch', 'critical'],
    ['Heartbeat', 'none'],
  ])('%s of severity %s is a sign of life', (alertname, severity) => {
    const name = alertname;
    expect(readOne({ labels: { alertname, severity } })).toEqual({ kind: 'watchdog', name });
  });

  test('a heartbeat that is critical is an alert', () => {
    expect(readOne({ labels: { alertname: 'Heartbeat', severity: 'critical' } })?.kind).toBe('firing');
  });

  test('a watchdog that resolved is no sign of life', () => {
    expect(readOne({ status: 'resolved', labels: { alertname: 'Watchdog', severity: 'none' } })?.kind).toBe('resolved');
  });
});

describe('[ING-4] a body of another shape is refused with the path of its first fault', () => {
  test.each([
    ['text', 'hello', ''],
    ['null', null, ''],
    ['a list', [alert], ''],
    ['no alerts', { version: '4' }, 'alerts'],
    ['alerts that are no list', { alerts: { 0: alert } }, 'alerts'],
  ])('%s', (_case, body, path) => {
    const refusal = refusalOf(body);
    expect(refusal?.code).toBe('invalid');
    expect(refusal?.details.faults?.[0]?.path).toBe(path);
  });
});

test('[ING-21] alerts that Alertmanager left out are told', () => {
  const [, left] = [...alertmanager.read({ ...envelope, alerts: [alert], truncatedAlerts: 7 }, NOW)];
  expect(left).toMatchObject({ kind: 'unreadable', fault: expect.stringContaining('left out 7 alerts') });
});

test('[ING-30] its test alert is read as one critical alert of checkout', () => {
  const [reading, ...others] = [...alertmanager.read(alertmanager.testBody({ id: 't1', startedAt: NOW }), NOW)];
  expect(others).toEqual([]);
  expect(reading).toMatchObject({
    kind: 'firing',
    content: { severity: 'critical', service: 'checkout', startedAt: NOW },
  });
});

test('[ING-16] a description that only repeats the title is dropped', () => {
  const said = (description: string) => contentOf({ annotations: { summary: 'Checkout is slow', description } });
  expect(said('Checkout is slow').description).toBe('');
  expect(said('Checkout is slow, again').description).toBe('Checkout is slow, again');
  expect(contentOf({ annotations: { summary: 'Checkout is slow' } }).description).toBe('');
});

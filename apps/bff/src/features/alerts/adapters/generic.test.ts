import { isRefusal } from '@sitrep/shared/kernel/errors';
import { describe, expect, test } from 'vitest';
import { generic } from './generic.ts';

const NOW = Date.UTC(2026, 6, 19, 16);
const alert = {
  service: 'payments',
  event: 'db_pool_exhausted',
  severity: 'critical',
  timestamp: '2026-07-19T15:58:01Z',
  details: { pool: 'main', in_use: 100, message: 'No connection for 30 s' },
};

const read = (body: unknown) => [...generic.read(body, NOW)];
const contentOf = (changes: object) => {
  const [reading] = read({ ...alert, ...changes });
  if (reading?.kind !== 'firing' && reading?.kind !== 'resolved') throw new Error(`read as ${reading?.kind}`);
  return reading.content;
};

test('[ING-22] what a home-made monitor sends becomes content', () => {
  expect(read(alert)).toEqual([
    {
      kind: 'firing',
      fingerprint: '["payments","db_pool_exhausted"]',
      content: {
        title: 'payments: db_pool_exhausted',
        description: 'No connection for 30 s',
        severity: 'critical',
        service: 'payments',
        labels: { pool: 'main', in_use: '100', message: 'No connection for 30 s' },
        group: 'payments',
        startedAt: Date.UTC(2026, 6, 19, 15, 58, 1),
      },
    },
  ]);
});

test('[ING-22] a list is taken alert by alert', () => {
  const readings = read([alert, 7, { service: 'x' }, { ...alert, event: 'other' }]);
  expect(readings.map(({ kind }) => kind)).toEqual(['firing', 'unreadable', 'unreadable', 'firing']);
  expect(readings[2]).toMatchObject({ fault: expect.stringContaining('[2].event') });
});

describe('[ING-23] identity is service and event', () => {
  const fingerprintOf = (body: object) => {
    const [reading] = read(body);
    return reading !== undefined && 'fingerprint' in reading ? reading.fingerprint : undefined;
  };

  test('nothing else', () => {
    const other = { ...alert, severity: 'info', timestamp: 1, details: 'else', extra: true };
    expect(fingerprintOf(other)).toBe(fingerprintOf(alert));
  });

  test('no service and one of the same letters are two', () => {
    expect(fingerprintOf({ event: 'a' })).not.toBe(fingerprintOf({ service: 'null', event: 'a' }));
    expect(fingerprintOf({ service: 'a', event: 'b/c' })).not.toBe(fingerprintOf({ service: 'a/b', event: 'c' }));
  });

  test('alerts of a service are one group, unless they name their own', () => {
    expect(contentOf({}).group).toBe('payments');
    expect(contentOf({ group: 'region-1' }).group).toBe('region-1');
  });
});

describe('[ING-24] the end', () => {
  test.each([
    [{ status: 'resolved' }, 'resolved'],
    [{ status: 'OK' }, 'resolved'],
    [{ resolved: true }, 'resolved'],
    [{ resolved: 'true' }, 'resolved'],
    [{ severity: 'ok' }, 'resolved'],
    [{ severity: 'normal' }, 'firing'],
    [{ resolved: false }, 'firing'],
    [{ status: 'acknowledged' }, 'firing'],
    [{ status: 500 }, 'firing'],
    [{}, 'firing'],
  ])('%j is %s', (changes, kind) => {
    expect(read({ ...alert, ...changes })[0]?.kind).toBe(kind);
  });
});

describe('[ING-25] times', () => {
  const at = Date.UTC(2026, 6, 19, 15, 58, 1, 123);
  test.each([
    ['ISO with 9 digits', '2026-07-19T15:58:01.123456789Z', at],
    ['ISO with 7 digits and an offset', '2026-07-19T17:58:01.1234567+02:00', at],
    ['without zone, as UTC', '2026-07-19T15:58:01.123', at],
    ['with a space', '2026-07-19 15:58:01.123 UTC', at],
    ['a date', '2026-07-19', Date.UTC(2026, 6, 19)],
    ['seconds', at / 1_000, at],
    ['seconds as text', String(Math.floor(at / 1_000)), at - 123],
    ['ms', at, at],
    ['µs', at * 1_000, at],
    ['ns beyond 2^53', at * 1e6, at],
    ['ns as text', `${at}456789`, at],
    ['not set', '0001-01-01T00:00:00Z', undefined],
    ['zero', 0, undefined],
    ['no number', Number.POSITIVE_INFINITY, undefined],
    ['the 30th of February', '2026-02-30T00:00:00Z', undefined],
    ['year 275760', '+275760-09-13T00:00:00Z', undefined],
    ['prose', 'yesterday', undefined],
    ['a structure', { at: 1 }, undefined],
  ])('%s', (_case, timestamp, startedAt) => {
    expect(contentOf({ timestamp }).startedAt).toBe(startedAt);
  });
});

describe('[ING-26] what nobody asked for is kept', () => {
  test('fields that have no place become labels', () => {
    const { labels } = contentOf({ region: 'eu-1', retries: 3, tags: ['a', 'b'], nested: { deep: { er: 1 } } });
    expect(labels).toMatchObject({ region: 'eu-1', retries: '3', tags: '["a","b"]', nested: '{"deep":{"er":1}}' });
  });

  test('details may be text', () => {
    expect(contentOf({ details: 'all of it' })).toMatchObject({ description: 'all of it', labels: {} });
  });

  test('details may be a list', () => {
    expect(contentOf({ details: [1, 2] }).description).toBe('[1,2]');
  });

  test('[ING-19] a field called __proto__ changes no prototype', () => {
    const body = JSON.parse('{"event":"e","__proto__":{"polluted":"yes"},"details":{"__proto__":{"polluted":"yes"}}}');
    expect(read(body)[0]).toMatchObject({ kind: 'firing', content: { labels: {} } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

test('[ING-20] a watchdog is a sign of life', () => {
  expect(read({ service: 'prometheus-eu', event: 'Watchdog' })).toEqual([
    { kind: 'watchdog', name: 'prometheus-eu/Watchdog' },
  ]);
});

describe('[ING-4] a body of another shape is refused with the path of its first fault', () => {
  test.each([
    ['a number', 5, ''],
    ['no event', { service: 'x', severity: 'critical' }, 'event'],
    ['an event that is no text', { service: 'x', event: { id: 1 } }, 'event'],
    ['a service that is no text', { service: { id: 1 }, event: 'x' }, 'service'],
  ])('%s', (_case, body, path) => {
    let refused: unknown;
    try {
      generic.read(body, NOW);
    } catch (error) {
      refused = error;
    }
    expect(isRefusal(refused) && refused.code === 'invalid' && refused.details.faults?.[0]?.path).toBe(path);
  });
});

test('[ING-30] its test alert is read as one critical alert of checkout, in a group of its own', () => {
  const [reading] = read(generic.testBody({ id: 't1', startedAt: NOW }));
  expect(reading).toMatchObject({
    kind: 'firing',
    content: { severity: 'critical', service: 'checkout', group: 'sitrep_test_t1', startedAt: NOW },
  });
});

describe('[ING-8] what was guessed is said', () => {
  const warningsOf = (body: unknown) =>
    read(body).map((reading) => ('warnings' in reading ? reading.warnings : undefined));

  test('by field: severity, status and time', () => {
    expect(warningsOf({ ...alert, severity: 'banana', status: 'odd', timestamp: 'yesterday' })).toEqual([
      [
        'timestamp: "yesterday" is not understood; the time is left out.',
        'severity: "banana" is not understood; taken as warning.',
        'status: "odd" is not understood; taken as firing.',
      ],
    ]);
  });

  test('with the place in a list', () => {
    expect(warningsOf([alert, { ...alert, level: 'banana', severity: '' }])).toEqual([
      undefined,
      ['[1].level: "banana" is not understood; taken as warning.'],
    ]);
  });

  test('but not what is left out, stands for nothing, or is understood elsewhere', () => {
    for (const changes of [{ severity: undefined }, { severity: 'recovered' }, { timestamp: 0 }, { timestamp: '-1' }]) {
      expect([changes, warningsOf({ ...alert, ...changes })]).toEqual([changes, [undefined]]);
    }
    expect(warningsOf({ ...alert, timestamp: 'soon', ts: 1_784_476_681 })).toEqual([undefined]);
  });
});

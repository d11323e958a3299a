import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, isBackdated, type Arrangement } from './arrange.ts';

const HOUR = 3_600_000;
const dayOf = (at: number) => `day ${Math.floor(at / (24 * HOUR))}`;
const entry = (id: string, happenedAt: number, version: number, recordedAt = happenedAt) => ({
  id,
  happenedAt,
  recordedAt,
  version,
  by: 'user/ben',
});
const plain: Arrangement = { sort: 'happened', newestFirst: false };
const keys = (entries: readonly ReturnType<typeof entry>[], how: Partial<Arrangement> = {}) =>
  arrange(entries, { ...plain, ...how }, dayOf).map(({ key }) => key);

describe('the order of a timeline', () => {
  const day = 24 * HOUR;
  const four = [
    entry('a', 50, 1),
    entry('b', day + 50, 2),
    entry('c', 40, 3, day + 60),
    entry('d', day + 50, 4, day + 70),
  ];

  it('[VIEW-1] follows what happened, then what was recorded, with days between', () => {
    expect(keys(four)).toEqual(['day:c', 'c', 'a', 'day:b', 'b', 'd']);
  });

  it('[VIEW-2] follows what was recorded where the reader asks for that', () => {
    expect(keys(four, { sort: 'recorded' })).toEqual(['day:a', 'a', 'day:b', 'b', 'c', 'd']);
  });

  it('[VIEW-3] begins with the newest where the reader asks for that', () => {
    expect(keys(four, { newestFirst: true })).toEqual(['day:d', 'd', 'b', 'day:a', 'a', 'c']);
  });

  it('is empty for nothing', () => {
    expect(keys([])).toEqual([]);
  });

  it('[VIEW-5] an hour without entries is marked, a minute less is not', () => {
    expect(keys([entry('a', 0, 1), entry('b', HOUR, 2), entry('c', 2 * HOUR - 60_000, 3)])).toEqual([
      'day:a',
      'a',
      'gap:b',
      'b',
      'c',
    ]);
  });

  it('every entry is one row, however they lie', () => {
    const dated = fc.record({ happenedAt: fc.nat(5 * day), recordedAt: fc.nat(5 * day) });
    const how = fc.record({
      sort: fc.constantFrom('happened' as const, 'recorded' as const),
      newestFirst: fc.boolean(),
      since: fc.option(fc.record({ version: fc.nat(30), at: fc.nat(5 * day), reader: fc.constant('user/ana') }), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(fc.array(dated, { maxLength: 30 }), how, (times, arrangement) => {
        const entries = times.map((time, index) => ({ ...time, id: `e${index}`, version: index + 1, by: 'user/ben' }));
        const all = arrange(entries, arrangement, dayOf).map(({ key }) => key);
        expect(new Set(all).size).toBe(all.length);
        expect(all.filter((key) => /^e\d+$/.test(key)).toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
      }),
    );
  });
});

describe('[VIEW-31] the divider of what came since the reader left', () => {
  const entries = [entry('a', 10, 1), entry('b', 20, 2), entry('c', 30, 3), entry('d', 40, 4)];

  it('stands before the first entry that they have not read', () => {
    expect(keys(entries, { since: { version: 2, at: 25, reader: 'user/ana' } })).toEqual([
      'day:a',
      'a',
      'b',
      'since',
      'c',
      'd',
    ]);
  });

  it('stands after them where the newest is first', () => {
    expect(keys(entries, { since: { version: 2, at: 25, reader: 'user/ana' }, newestFirst: true })).toEqual([
      'day:d',
      'd',
      'c',
      'since',
      'b',
      'a',
    ]);
  });

  it('is not moved up by what was added to the time before', () => {
    const late = entry('late', 12, 5, 12 + HOUR);
    expect(keys([...entries, late], { since: { version: 2, at: 25, reader: 'user/ana' } })).toEqual([
      'day:a',
      'a',
      'late',
      'b',
      'since',
      'c',
      'd',
    ]);
  });

  it('is not there when nothing came, or when nothing stands before it', () => {
    expect(keys(entries, { since: { version: 2, at: 25, reader: 'user/ben' } })).not.toContain('since');
    expect(keys(entries, { since: { version: 4, at: 45, reader: 'user/ana' } })).not.toContain('since');
    expect(keys(entries, { since: { version: 0, at: 0, reader: 'user/ana' } })).not.toContain('since');
  });
});

it.each([
  [0, 60_000, false],
  [0, 60_001, true],
  [90_000, 0, true],
])('[VIEW-6] happened at %d and recorded at %d: marked %s', (happenedAt, recordedAt, marked) => {
  expect(isBackdated({ happenedAt, recordedAt })).toBe(marked);
});

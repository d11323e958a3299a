import { describe, expect, it } from 'vitest';
import { arrange, isBackdated } from './arrange.ts';

const dayOf = (at: number) => (at < 100 ? 'monday' : 'tuesday');
const entry = (id: string, happenedAt: number, version: number) => ({ id, happenedAt, version });

describe('the order of a timeline', () => {
  it('follows what happened, then what was recorded, with days between', () => {
    const rows = arrange([entry('a', 50, 1), entry('b', 150, 2), entry('c', 40, 3), entry('d', 150, 4)], dayOf);
    expect(rows.map(({ key }) => key)).toEqual(['monday', 'c', 'a', 'tuesday', 'b', 'd']);
  });

  it('is empty for nothing', () => {
    expect(arrange([], dayOf)).toEqual([]);
  });
});

it.each([
  [0, 60_000, false],
  [0, 60_001, true],
  [90_000, 0, true],
])('happened at %d and recorded at %d: marked %s', (happenedAt, recordedAt, marked) => {
  expect(isBackdated({ happenedAt, recordedAt })).toBe(marked);
});

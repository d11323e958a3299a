import { describe, expect, it } from 'vitest';
import { ageOf, clockOf, fromLocalInput, localInput, utcClock, utcStamp } from './time-format.ts';

const AT = Date.UTC(2026, 10, 20, 3, 12, 8);

describe('lengths of time', () => {
  it.each([
    [-5, { key: 'seconds', seconds: 0 }],
    [59_999, { key: 'seconds', seconds: 59 }],
    [60_000, { key: 'minutes', minutes: 1 }],
    [3_600_000 + 61_000, { key: 'hours', hours: 1, minutes: 1 }],
    [90_000_000, { key: 'days', days: 1, hours: 1 }],
  ])('%d ms has at most two units', (ms, expected) => {
    expect(ageOf(ms)).toEqual(expected);
  });

  it.each([
    [0, '00:00:00'],
    [-1, '00:00:00'],
    [2_467_000, '00:41:07'],
    [100 * 3_600_000, '100:00:00'],
  ])('a timer shows %d ms as %s', (ms, expected) => {
    expect(clockOf(ms)).toBe(expected);
  });
});

describe('moments', () => {
  it('shows UTC with its Z', () => {
    expect(utcClock(AT)).toBe('03:12:08Z');
    expect(utcStamp(AT)).toBe('2026-11-20 03:12:08Z');
  });

  it('goes through a time field and back without loss', () => {
    expect(fromLocalInput(localInput(AT))).toBe(AT);
    expect(fromLocalInput('')).toBeUndefined();
  });
});

import { describe, expect, it, vi } from 'vitest';
import { ageOf, bothStamps, clockOf, fromLocalInput, localInput, offsetOf, utcClock, utcStamp } from './time-format.ts';

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

  it('shows the time of the reader with its distance from UTC', () => {
    const distance = vi.spyOn(Date.prototype, 'getTimezoneOffset');
    expect([0, -60, 210].map((minutes) => (distance.mockReturnValue(minutes), offsetOf(AT)))).toEqual([
      'UTC',
      'UTC+01:00',
      'UTC-03:30',
    ]);
    distance.mockReturnValue(-60);
    expect(bothStamps(AT)).toMatch(/^2026-11-\d\d \d\d:\d\d:08 UTC\+01:00 · .*03:12:08Z$/);
    distance.mockReturnValue(0);
    expect(bothStamps(AT)).toBe('2026-11-20 03:12:08Z');
    distance.mockRestore();
  });

  it('goes through a time field and back without loss', () => {
    expect(fromLocalInput(localInput(AT))).toBe(AT);
    expect(fromLocalInput('')).toBeUndefined();
  });
});

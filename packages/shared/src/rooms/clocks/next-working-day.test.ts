import { describe, expect, it } from 'vitest';
import { nextWorkingDay } from './next-working-day.ts';

const WORKDAYS = [1, 2, 3, 4, 5];
const next = (at: string, zone: string, startsAt = 9 * 60, days = WORKDAYS) =>
  new Date(nextWorkingDay(Date.parse(at), { zone, startsAt, days })).toISOString();

describe('the next working day', () => {
  it.each([
    ['Monday night', '2026-03-02T23:30:00Z', '2026-03-03T09:00:00.000Z'],
    ['Monday before work begins', '2026-03-02T08:59:00Z', '2026-03-03T09:00:00.000Z'],
    ['Friday', '2026-03-06T15:00:00Z', '2026-03-09T09:00:00.000Z'],
    ['Saturday', '2026-03-07T00:00:00Z', '2026-03-09T09:00:00.000Z'],
    ['the last day of a year', '2026-12-31T12:00:00Z', '2027-01-01T09:00:00.000Z'],
  ])('[CLK-2] after %s', (_when, at, expected) => {
    expect(next(at, 'UTC')).toBe(expected);
  });

  it('[CLK-2] is that of the zone: Sunday there is Monday elsewhere', () => {
    expect(next('2026-03-01T22:00:00Z', 'Asia/Tokyo')).toBe('2026-03-03T00:00:00.000Z');
    expect(next('2026-03-02T03:00:00Z', 'America/Los_Angeles')).toBe('2026-03-02T17:00:00.000Z');
  });

  it('[CLK-2] minds summer time, in spring and in autumn', () => {
    expect(next('2026-03-27T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-30T07:00:00.000Z');
    expect(next('2026-10-23T12:00:00Z', 'Europe/Berlin')).toBe('2026-10-26T08:00:00.000Z');
  });

  it('[CLK-2] begins after the gap where a spring skips the hour, and once where an autumn repeats it', () => {
    expect(next('2026-03-28T12:00:00Z', 'Europe/Berlin', 2 * 60 + 30, [7])).toBe('2026-03-29T01:30:00.000Z');
    expect(next('2026-10-24T12:00:00Z', 'Europe/Berlin', 2 * 60 + 30, [7])).toBe('2026-10-25T00:30:00.000Z');
    expect(next('2026-10-24T12:00:00Z', 'Europe/Berlin', 0, [7])).toBe('2026-10-24T22:00:00.000Z');
  });

  it('[CLK-2] with one working day only, comes a week later', () => {
    expect(next('2026-03-02T12:00:00Z', 'UTC', 0, [1])).toBe('2026-03-09T00:00:00.000Z');
  });

  it('[CLK-2] counts in UTC where the zone is not known', () => {
    expect(next('2026-03-02T12:00:00Z', 'Mars/Olympus')).toBe('2026-03-03T09:00:00.000Z');
  });
});

import { describe, expect, it } from 'vitest';
import { clockText, daysText, durationText, parseClock, parseDays, parseDuration, saysNone } from './durations.ts';

const MINUTE = 60_000;

describe('durations in settings', () => {
  it.each([
    ['20 min', 20],
    ['20', 20],
    ['20m', 20],
    ['2 h', 120],
    ['1h30', undefined],
    ['1 h 30 min', 90],
    ['1,5 hours', 90],
    ['2 days', 2 * 24 * 60],
    ['90 seconds', 1.5],
    ['soon', undefined],
    ['5 apples', undefined],
    ['', undefined],
  ])('[SET-21] reads %s', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes === undefined ? undefined : minutes * MINUTE);
  });

  it('[SET-21] writes what it reads', () => {
    for (const minutes of [1, 5, 20, 60, 90, 120, 1.5, 2_880]) {
      expect(parseDuration(durationText(minutes * MINUTE))).toBe(minutes * MINUTE);
    }
    expect([20, 120, 90, 2_880].map((minutes) => durationText(minutes * MINUTE))).toEqual([
      '20 min',
      '2 h',
      '1 h 30 min',
      '48 h',
    ]);
  });

  it('[SET-21] knows the ways to say nothing', () => {
    expect(['–', '-', '', 'none', ' Never '].every(saysNone)).toBe(true);
    expect(saysNone('0')).toBe(false);
  });

  it('[SET-21] counts days, working ones too', () => {
    expect(parseDays('5 working days')).toEqual({ days: 5, working: true });
    expect(parseDays('3')).toEqual({ days: 3, working: false });
    expect(parseDays('1 day')).toEqual({ days: 1, working: false });
    expect([parseDays('0 days'), parseDays('soon')]).toEqual([undefined, undefined]);
    expect([daysText({ days: 1, working: false }), daysText({ days: 5, working: true })]).toEqual([
      '1 day',
      '5 working days',
    ]);
  });

  it('[SET-21] reads and writes the time of day', () => {
    expect([clockText(540), clockText(5)]).toEqual(['09:00', '00:05']);
    expect([parseClock('09:30'), parseClock('24:00'), parseClock('9:75'), parseClock('x')]).toEqual([
      570,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

import { expect, it } from 'vitest';
import { timeMeantBy } from './time-answer.ts';

const local = (day: number, hours: number, minutes: number, seconds = 0): number =>
  new Date(2026, 10, day, hours, minutes, seconds).getTime();
const NOW = local(20, 14, 40);

it.each<[string, number | undefined]>([
  ['14:35', local(20, 14, 35)],
  ['4:05:09', local(20, 4, 5, 9)],
  ['23:50', local(19, 23, 50)],
  ['2026-11-18 23:50', local(18, 23, 50)],
  ['20m', NOW - 20 * 60_000],
  ['2 h ago', NOW - 2 * 3_600_000],
  ['25:00', undefined],
  ['14:60', undefined],
  ['soon', undefined],
  ['', undefined],
])('“%s” is understood as a moment', (typed, expected) => {
  expect(timeMeantBy(typed, NOW)).toBe(expected);
});

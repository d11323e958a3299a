import { describe, expect, it } from 'vitest';
import { countdownClock, overFor, urgencyOf } from './countdown-clock.ts';

const M = 60_000;

describe('a countdown', () => {
  it.each([
    [372_000, '06:12'],
    [371_001, '06:12'],
    [1, '00:01'],
    [0, '00:00'],
    [-5_000, '00:00'],
    [66 * M + 12_000, '1:06:12'],
  ])('[UI-17] of %i ms is %s', (leftMs, clock) => {
    expect(countdownClock(leftMs)).toBe(clock);
  });

  it.each([
    [999, '0 s'],
    [40_000, '40 s'],
    [3 * M + 59_000, '3 m'],
    [60 * M, '1 h'],
    [65 * M, '1 h 5 m'],
  ])('[UI-17] that has been over for %i ms says %s', (overMs, words) => {
    expect(overFor(overMs)).toBe(words);
  });

  it('[UI-17] is soon over in the last fifth of its time', () => {
    expect(urgencyOf(4 * M + 1, 20 * M)).toBe('calm');
    expect(urgencyOf(4 * M, 20 * M)).toBe('soon');
    expect(urgencyOf(1, 20 * M)).toBe('soon');
    expect(urgencyOf(0, 20 * M)).toBe('over');
  });
});

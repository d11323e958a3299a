import { describe, expect, it } from 'vitest';
import { dueClock, dueLook } from './due.ts';

const clock = { amberAt: 48_000, dueAt: 60_000 };

describe('what is due', () => {
  it('[CLK-50] is amber when four fifths are over, and red from its moment on', () => {
    expect([47_999, 48_000, 59_999, 60_000, 90_000].map((now) => dueLook(now, clock))).toEqual([
      'calm',
      'soon',
      'soon',
      'over',
      'over',
    ]);
  });

  it('[BV-43] counts down, and then up', () => {
    expect([0, 59_001, 60_000, 60_999, 61_000, 3_723_000].map((now) => dueClock(now, clock))).toEqual([
      '01:00',
      '00:01',
      '00:00',
      '00:00',
      '00:01',
      '1:01:03',
    ]);
  });
});

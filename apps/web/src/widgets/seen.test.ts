import { describe, expect, it } from 'vitest';
import { firstLookAt } from './seen.ts';

describe('the first look at a thing', () => {
  it('stays the first, however often it comes into view again', () => {
    expect(firstLookAt('board/a', 1_000)).toBe(1_000);
    expect(firstLookAt('board/b', 1_500)).toBe(1_500);
    expect(firstLookAt('board/a', 2_000)).toBe(1_000);
  });
});

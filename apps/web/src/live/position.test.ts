import { describe, expect, it } from 'vitest';
import { fitOf, isTopicUpdate } from './position.ts';

describe('the fit of an update', () => {
  it.each([
    { held: 10, prev: 10, position: 12, fit: 'next' },
    { held: 10, prev: 8, position: 10, fit: 'known' },
    { held: 10, prev: 5, position: 8, fit: 'known' },
    { held: 10, prev: 12, position: 13, fit: 'gap' },
    { held: 10, prev: 8, position: 12, fit: 'gap' },
  ])('[LIVE-2] $prev → $position over $held: $fit', ({ held, prev, position, fit }) => {
    expect(fitOf(held, { prev, position })).toBe(fit);
  });

  it('[LIVE-3] counters move where they are', () => {
    expect(fitOf(10, { prev: 10, position: 10 })).toBe('next');
    expect(fitOf(11, { prev: 10, position: 10 })).toBe('known');
    expect(fitOf(9, { prev: 10, position: 10 })).toBe('gap');
  });

  it.each([
    undefined,
    null,
    'board',
    {},
    { topic: 'board', prev: '1', position: 2 },
    { topic: 1, prev: 1, position: 2 },
  ])('[LIVE-2] takes no part in what is no update: %j', (value) => {
    expect(isTopicUpdate(value)).toBe(false);
  });
});

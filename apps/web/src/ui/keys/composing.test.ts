import { describe, expect, it } from 'vitest';
import { isComposing } from './composing.ts';

describe('composing a character', () => {
  it.each([
    ['in its middle', { isComposing: true, keyCode: 13 }, true],
    ['at its end, as Safari tells it', { isComposing: false, keyCode: 229 }, true],
    ['over, or never begun', { isComposing: false, keyCode: 13 }, false],
  ])('%s', (_when, press, composing) => {
    expect(isComposing(press)).toBe(composing);
  });
});

import { expect, it } from 'vitest';
import { isLong } from './is-long.ts';

it.each([
  ['a note', false],
  ['line\n'.repeat(10), false],
  ['line\n'.repeat(20), true],
  ['x'.repeat(1_500), false],
  ['x'.repeat(10_000), true],
])('folds what is long (case %#)', (text, long) => {
  expect(isLong(text)).toBe(long);
});

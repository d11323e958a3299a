import { expect, it } from 'vitest';
import { handleOf } from './handle-of.ts';

it.each([
  ['Ana', 'ana'],
  ['José Núñez', 'jose.nunez'],
  ["  Mary-Jane O'Neil ", 'mary.jane.o.neil'],
  ['李', ''],
  ['x'.repeat(60), 'x'.repeat(39)],
])('makes a handle of %j', (name, handle) => {
  expect(handleOf(name)).toBe(handle);
});

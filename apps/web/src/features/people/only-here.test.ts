import { expect, it } from 'vitest';
import { isOnlyHere } from './only-here.ts';

it.each([
  ['localhost', true],
  ['sitrep.localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['sitrep.internal', false],
  ['10.0.0.1', false],
  ['localhost.example.org', false],
])('%s is this computer only: %s', (hostname, only) => {
  expect(isOnlyHere(hostname)).toBe(only);
});

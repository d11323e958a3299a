import { expect, it } from 'vitest';
import { tokenOf } from './fragment-token.ts';

it.each([
  ['#token=abc', 'abc'],
  ['token=abc', 'abc'],
  ['#token=a%2Bb', 'a+b'],
  ['#other=1', undefined],
  ['', undefined],
])('finds the token of %j', (hash, token) => {
  expect(tokenOf(hash)).toBe(token);
});

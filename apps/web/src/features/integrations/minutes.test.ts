import { expect, it } from 'vitest';
import { minutesOf, secondsOf } from './minutes.ts';

it.each([
  ['15', 900],
  ['0', 0],
  ['0,5', 30],
  ['', undefined],
  ['soon', undefined],
  ['-1', undefined],
])('takes %j minutes for %s seconds', (minutes, seconds) => {
  expect(secondsOf(minutes)).toBe(seconds);
});

it('shows seconds as minutes', () => {
  expect([900, 30, 0].map(minutesOf)).toEqual(['15', '0.5', '0']);
});

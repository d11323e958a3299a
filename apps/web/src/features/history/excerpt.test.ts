import { expect, it } from 'vitest';
import { excerptParts } from './excerpt.ts';

it.each([
  ['', []],
  ['nothing', [['nothing', false]]],
  [
    'the ⟦pool⟧ was ⟦empty⟧',
    [
      ['the ', false],
      ['pool', true],
      [' was ', false],
      ['empty', true],
    ],
  ],
  [
    'Pool ⟦empty⟧\n\nRolled back',
    [
      ['Pool ', false],
      ['empty', true],
      [' · Rolled back', false],
    ],
  ],
])('marks what matched in %j', (excerpt, expected) => {
  expect(excerptParts(excerpt).map(({ text, found }) => [text, found])).toEqual(expected);
});

import { expect, it } from 'vitest';
import { foldLines } from './fold-lines.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

it('[WRITE-7] twelve lines are shown whole', () => {
  expect(foldLines(lines(12))).toBeUndefined();
});

it('[WRITE-7] of more the first and the last are shown, and how many are not', () => {
  const folded = foldLines(lines(1_251));
  expect(folded?.head.split('\n')).toHaveLength(7);
  expect(folded?.hidden).toBe(1_240);
  expect(folded?.tail).toMatch(/^line 1248\n[\s\S]*line 1251$/);
});

import type { Hypothesis, HypothesisStatus } from '@sitrep/shared/hypotheses/state';
import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

const hypothesis = (number: number, status: HypothesisStatus, statusSince = number): Hypothesis =>
  ({ number, status, statusSince }) as unknown as Hypothesis;
const numbers = (all: readonly Hypothesis[]): readonly number[] => all.map(({ number }) => number);

it('[HYP-51] what is open or tested comes by number, what is concluded with the newest first', () => {
  const items = [
    hypothesis(1, 'ruled-out'),
    hypothesis(2, 'open'),
    hypothesis(3, 'confirmed'),
    hypothesis(4, 'testing'),
    hypothesis(5, 'withdrawn'),
    hypothesis(6, 'confirmed'),
    hypothesis(7, 'ruled-out'),
  ];
  const { underway, confirmed, ruledOut } = inOrder({ items });
  expect(numbers(underway)).toEqual([2, 4]);
  expect(numbers(confirmed)).toEqual([6, 3]);
  expect(numbers(ruledOut)).toEqual([7, 1]);
});

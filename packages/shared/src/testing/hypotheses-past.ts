import type { HypothesisEvent } from '../hypotheses/events.ts';
import { ADA, REN, testId, type Player } from './cast.ts';
import type { Past } from './history.ts';

export const HYPOTHESIS = testId(0x81);
export const OTHER_HYPOTHESIS = testId(0x82);

type DataOf<T extends HypothesisEvent['type']> = Omit<Extract<HypothesisEvent, { type: T }>['data'], 'hypothesisId'>;

const about = <T extends HypothesisEvent['type']>(type: T, data: DataOf<T>, by: Player): Past =>
  ({ type, data: { hypothesisId: HYPOTHESIS, ...data }, by: by.actor.ref }) as unknown as Past;

export const suggested = (by: Player = ADA, text = 'The pool is too small'): Past =>
  about('hypothesis.suggested', { number: 1, text }, by);

export const tested = (by: Player = REN, more: Partial<DataOf<'hypothesis.test-started'>> = {}): Past =>
  about('hypothesis.test-started', { tester: by.id, check: 'connections per pod', ...more }, by);

export const confirmed = (by: Player = REN): Past =>
  about('hypothesis.confirmed', { conclusion: 'all are in use' }, by);

export const ruledOut = (by: Player = REN): Past => about('hypothesis.ruled-out', { conclusion: 'half are idle' }, by);

export const withdrawn = (by: Player = ADA): Past => about('hypothesis.withdrawn', {}, by);

import type { HypothesisEvent } from '../hypotheses/events.ts';
import { ADA, REN, testId, type Player } from './cast.ts';
import type { Past } from './history.ts';

export const HYPOTHESIS = testId(0x81);
export const OTHER_HYPOTHESIS = testId(0x82);

export const ABOUT = { hypothesisId: HYPOTHESIS, number: 1, text: 'The pool is too small' };

type Data<T extends HypothesisEvent['type']> = Extract<HypothesisEvent, { type: T }>['data'];

const about = <T extends HypothesisEvent['type']>(type: T, data: Omit<Data<T>, keyof typeof ABOUT>, by: Player): Past =>
  ({ type, data: { ...ABOUT, ...data }, by: by.actor.ref }) as unknown as Past;

export const suggested = (by: Player = ADA): Past => about('hypothesis.suggested', {}, by);

export const tested = (by: Player = REN, more: Partial<Data<'hypothesis.test-started'>> = {}): Past =>
  about('hypothesis.test-started', { tester: by.id, check: 'connections per pod', ...more }, by);

export const confirmed = (by: Player = REN): Past =>
  about('hypothesis.confirmed', { conclusion: 'all are in use' }, by);

export const ruledOut = (by: Player = REN): Past => about('hypothesis.ruled-out', { conclusion: 'half are idle' }, by);

export const withdrawn = (by: Player = ADA): Past => about('hypothesis.withdrawn', {}, by);

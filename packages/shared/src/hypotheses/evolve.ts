import type { Recorded } from '../kernel/event.ts';
import type { HypothesisEvent } from './events.ts';
import type { Hypotheses } from './state.ts';

export const evolveHypotheses = (state: Hypotheses, _event: Recorded<HypothesisEvent>): Hypotheses => state;

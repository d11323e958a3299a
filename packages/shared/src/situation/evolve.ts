import type { Recorded } from '../kernel/event.ts';
import type { SituationEvent } from './events.ts';
import type { Situation } from './state.ts';

export const evolveSituation = (state: Situation, _event: Recorded<SituationEvent>): Situation => state;

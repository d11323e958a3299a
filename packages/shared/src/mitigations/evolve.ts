import type { Recorded } from '../kernel/event.ts';
import type { MitigationEvent } from './events.ts';
import type { Mitigations } from './state.ts';

export const evolveMitigations = (state: Mitigations, _event: Recorded<MitigationEvent>): Mitigations => state;

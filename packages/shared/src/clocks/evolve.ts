import type { IncidentEvent } from '../incidents/events.ts';
import type { Recorded } from '../kernel/event.ts';
import type { ClockEvent } from './events.ts';
import type { Clocks } from './state.ts';

export const evolveClocks = (state: Clocks, _event: Recorded<ClockEvent | IncidentEvent>): Clocks => state;

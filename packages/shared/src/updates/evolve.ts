import type { Recorded } from '../kernel/event.ts';
import type { UpdateEvent } from './events.ts';
import type { Updates } from './state.ts';

export const evolveUpdates = (state: Updates, _event: Recorded<UpdateEvent>): Updates => state;

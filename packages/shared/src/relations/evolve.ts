import type { Recorded } from '../kernel/event.ts';
import type { RelationEvent } from './events.ts';
import type { Relations } from './state.ts';

export const evolveRelations = (state: Relations, _event: Recorded<RelationEvent>): Relations => state;

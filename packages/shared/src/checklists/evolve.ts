import type { Recorded } from '../kernel/event.ts';
import type { ChecklistEvent } from './events.ts';
import type { Checklists } from './state.ts';

export const evolveChecklists = (state: Checklists, _event: Recorded<ChecklistEvent>): Checklists => state;

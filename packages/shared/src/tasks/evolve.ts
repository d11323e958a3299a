import type { Recorded } from '../kernel/event.ts';
import type { TaskEvent } from './events.ts';
import type { Tasks } from './state.ts';

export const evolveTasks = (state: Tasks, _event: Recorded<TaskEvent>): Tasks => state;

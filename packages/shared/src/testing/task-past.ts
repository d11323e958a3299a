import { ADA, REN, testId, type Player } from './cast.ts';
import type { Past } from './history.ts';

export const TASK = testId(0x91);
/** As each event about it says. */
export const T1 = { taskId: TASK, number: 1, text: 'Check the replicas' };
export const FOLLOW_UP = testId(0x93);

type Assigned = Extract<Past, { type: 'task.assigned' }>['data'];

/** T1, for Ren, by Ada. */
export const assigned = (data: Partial<Assigned> = {}, by: Player = ADA): Past => ({
  type: 'task.assigned',
  data: { ...T1, assignee: REN.id, ...data },
  by: by.actor.ref,
});

export const acknowledged = (by: Player = REN): Past => ({
  type: 'task.acknowledged',
  data: T1,
  by: by.actor.ref,
});

export const done = (by: Player = REN): Past => ({ type: 'task.done', data: T1, by: by.actor.ref });

export const keptForLater = (by: Player = REN): Past => ({
  type: 'follow-up.kept',
  data: { followUpId: FOLLOW_UP, text: 'Alert on lag' },
  by: by.actor.ref,
});

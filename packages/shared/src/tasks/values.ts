import { line, prose } from '../kernel/text.ts';

export const TASK_LENGTH = 500;
export const FOLLOW_UP_LENGTH = 1_000;

export const TaskText = line(TASK_LENGTH);
export const TaskResult = prose(2_000);
export const FollowUpText = line(FOLLOW_UP_LENGTH);

/** What an incident keeps at most: all of it is sent with each snapshot of its room. */
export const MAX_TASKS = 300;
export const MAX_FOLLOW_UPS = 300;

/** What a task gets more where nobody says how much. */
export const EXTENSION_MS = 10 * 60_000;

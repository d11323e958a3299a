import { line, prose } from '../kernel/text.ts';

export const TaskText = line(500);
export const TaskResult = prose(2_000);
export const FollowUpText = line(1_000);

/** What an incident keeps at most: all of it is sent with each snapshot of its room. */
export const MAX_TASKS = 300;
export const MAX_FOLLOW_UPS = 300;

/** What a task gets more where nobody says how much. */
export const EXTENSION_MS = 10 * 60_000;

import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { EntryId, FollowUpId, TaskId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';

/** Told in each event, so that its sentence needs no other. `number` counts from 1 within the incident: T1. */
const task = { taskId: TaskId, number: z.int(), text: z.string() };

export const TaskEvents = {
  /** `dueAt`: the end of its time-box. */
  'task.assigned': z.object({
    ...task,
    assignee: UserId,
    dueAt: z.optional(Timestamp),
    undoOf,
  }),
  /** A new owner has not acknowledged it, and may have got another time-box: nothing where it stays as it was. */
  'task.reassigned': z.object({
    ...task,
    from: UserId,
    to: UserId,
    dueFrom: z.optional(Timestamp),
    dueAt: z.optional(Timestamp),
    undoOf,
  }),
  /** Without `dueAt` it has no time-box any more. */
  'task.extended': z.object({ ...task, from: z.optional(Timestamp), dueAt: z.optional(Timestamp), undoOf }),
  'task.acknowledged': z.object(task),
  'task.done': z.object({ ...task, result: z.optional(z.string()) }),
  'task.failed': z.object({ ...task, reason: z.string() }),
  'task.cancelled': z.object({ ...task, reason: z.optional(z.string()), undoOf }),
  'task.reopened': z.object({ ...task, undoOf }),
  /** Kept for after the incident. `entryId`: the note that it was written in. */
  'follow-up.kept': z.object({ followUpId: FollowUpId, text: z.string(), entryId: z.optional(EntryId), undoOf }),
  'follow-up.dropped': z.object({ followUpId: FollowUpId, text: z.string(), reason: z.optional(z.string()), undoOf }),
} as const;

export type TaskEvent = EventOf<typeof TaskEvents>;

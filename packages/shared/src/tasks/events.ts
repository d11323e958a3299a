import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { EntryId, FollowUpId, TaskId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';

const taskId = TaskId;

export const TaskEvents = {
  /** `number` counts from 1 within the incident: T1. `dueAt`: the end of its time-box. */
  'task.assigned': z.object({
    taskId,
    number: z.int(),
    text: z.string(),
    assignee: UserId,
    dueAt: z.optional(Timestamp),
    undoOf,
  }),
  /** A new owner has not acknowledged it, and may have got another time-box: nothing where it stays as it was. */
  'task.reassigned': z.object({
    taskId,
    from: UserId,
    to: UserId,
    dueFrom: z.optional(Timestamp),
    dueAt: z.optional(Timestamp),
    undoOf,
  }),
  /** Without `dueAt` it has no time-box any more. */
  'task.extended': z.object({ taskId, from: z.optional(Timestamp), dueAt: z.optional(Timestamp), undoOf }),
  'task.acknowledged': z.object({ taskId }),
  'task.done': z.object({ taskId, result: z.optional(z.string()) }),
  'task.failed': z.object({ taskId, reason: z.string() }),
  'task.cancelled': z.object({ taskId, reason: z.optional(z.string()), undoOf }),
  'task.reopened': z.object({ taskId, undoOf }),
  /** Kept for after the incident. `entryId`: the note that it was written in. */
  'follow-up.kept': z.object({ followUpId: FollowUpId, text: z.string(), entryId: z.optional(EntryId), undoOf }),
  'follow-up.dropped': z.object({ followUpId: FollowUpId, reason: z.optional(z.string()), undoOf }),
} as const;

export type TaskEvent = EventOf<typeof TaskEvents>;

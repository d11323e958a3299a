import * as z from 'zod/mini';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { EntryId, FollowUpId, IncidentId, TaskId, UserId } from '../kernel/ids.ts';
import { Timestamp, prose, text } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import { Duration } from '../settings/values.ts';
import * as followUps from './decide-follow-ups.ts';
import * as decide from './decide.ts';
import type { TaskRoom } from './deciding.ts';
import type { TaskEvent } from './events.ts';
import { FollowUpText, TaskResult, TaskText } from './values.ts';

const command = defineCommand<TaskRoom, TaskEvent>();

const target = { incidentId: IncidentId, taskId: TaskId };
const followUp = { incidentId: IncidentId, followUpId: FollowUpId };
const common = { mode: 'optimistic', action: 'incident.respond', streamOf: incidentStream } as const;

export const taskCommands = {
  'task.assign': command({
    ...common,
    schema: z.object({
      ...target,
      text: TaskText,
      assignee: UserId,
      /** How long it may take, or when it is due; neither for a task without a time-box. */
      forMs: z.optional(Duration),
      dueAt: z.optional(Timestamp),
    }),
    summary: 'Give somebody a task, with a time-box.',
    newIds: ['taskId'],
    decide: decide.assignTask,
  }),
  'task.reassign': command({
    ...common,
    schema: z.object({
      ...target,
      assignee: UserId,
      forMs: z.optional(Duration),
      dueAt: z.optional(z.nullable(Timestamp)),
      undoOf,
    }),
    summary: 'Give a task to somebody else, who has to acknowledge it anew.',
    decide: decide.reassignTask,
  }),
  'task.extend': command({
    ...common,
    schema: z.object({ ...target, byMs: z.optional(Duration), dueAt: z.optional(z.nullable(Timestamp)), undoOf }),
    summary: 'Give a task more time: ten minutes, unless it says otherwise.',
    decide: decide.extendTask,
  }),
  'task.acknowledge': command({
    ...common,
    schema: z.object(target),
    summary: 'Say that you are at a task that was given to you.',
    decide: decide.acknowledgeTask,
  }),
  'task.done': command({
    ...common,
    schema: z.object({ ...target, result: z.optional(TaskResult) }),
    summary: 'Finish a task, with what came out of it.',
    decide: decide.finishTask,
  }),
  'task.fail': command({
    ...common,
    schema: z.object({ ...target, reason: prose(1_000) }),
    summary: 'Say that a task cannot be done, and why.',
    decide: decide.failTask,
  }),
  'task.cancel': command({
    ...common,
    schema: z.object({ ...target, reason: z.optional(text(1_000)), undoOf }),
    summary: 'Cancel a task that is not needed any more.',
    decide: decide.cancelTask,
  }),
  'task.reopen': command({
    ...common,
    schema: z.object({ ...target, undoOf }),
    summary: 'Go on with a task that had ended.',
    decide: decide.reopenTask,
  }),
  'follow-up.keep': command({
    ...common,
    schema: z.object({
      ...followUp,
      text: FollowUpText,
      /** The note that it was written in. */
      entryId: z.optional(EntryId),
      undoOf,
    }),
    summary: 'Keep something to do for after the incident.',
    newIds: ['followUpId'],
    decide: followUps.keepFollowUp,
  }),
  'follow-up.drop': command({
    ...common,
    schema: z.object({ ...followUp, reason: z.optional(text(1_000)), undoOf }),
    summary: 'Drop what was kept for after the incident.',
    decide: followUps.dropFollowUp,
  }),
} as const;

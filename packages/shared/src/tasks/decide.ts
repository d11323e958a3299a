import type { DecisionContext } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { TaskId, UserId } from '../kernel/ids.ts';
import { mustRespondIn } from '../kernel/people-facts.ts';
import { invalid } from '../kernel/refusals.ts';
import { takingBack } from '../kernel/undo.ts';
import {
  dueAtOf,
  existingTask,
  mayAct,
  notSince,
  NOTHING,
  openTask,
  writable,
  type Deciding,
  type OnTask,
} from './deciding.ts';
import type { TaskEvent } from './events.ts';
import type { Task } from './state.ts';
import { EXTENSION_MS, MAX_TASKS } from './values.ts';

const about = ({ id, number, text }: Task) => ({ taskId: id, number, text });

type TimeBox = { forMs?: number | undefined; dueAt?: number | undefined };

export const assignTask: Deciding<{ taskId: TaskId; text: string; assignee: UserId } & TimeBox> = (
  { taskId, text, assignee, ...timeBox },
  state,
  context,
) => {
  const { incident, tasks } = writable(state);
  if (tasks.items.some(({ id }) => id === taskId)) {
    throw new Refusal('conflict', 'There is a task with this id already.');
  }
  if (tasks.items.length >= MAX_TASKS) {
    throw new Refusal(
      'conflict',
      `An incident has ${MAX_TASKS} tasks at most. Reopen one, or write it on the timeline.`,
    );
  }
  mustRespondIn(incident, 'assignee', assignee, context.facts);
  const dueAt = dueAtOf(timeBox, context.now);
  return [
    {
      type: 'task.assigned',
      data: { taskId, number: tasks.items.length + 1, text, assignee, ...(dueAt === undefined ? {} : { dueAt }) },
    },
  ];
};

/** Its time-box stays where nobody gives another one. */
export const reassignTask: OnTask<
  { assignee: UserId } & { forMs?: number | undefined; dueAt?: number | null | undefined }
> = (command, state, context) => {
  const { incident, tasks } = writable(state);
  const task = openTask(tasks, command.taskId);
  notSince(task, command, context.actor);
  mayAct(context, incident, task, ['assignee', 'assigner'], command);
  const { assignee, undoOf } = command;
  if (task.assignee === assignee) return NOTHING;
  mustRespondIn(incident, 'assignee', assignee, context.facts);
  const dueAt = newDueAt(command, task, context);
  return [
    {
      type: 'task.reassigned',
      data: {
        ...about(task),
        from: task.assignee,
        to: assignee,
        ...(task.dueAt === undefined ? {} : { dueFrom: task.dueAt }),
        ...(dueAt === undefined ? {} : { dueAt }),
        ...takingBack(undoOf),
      },
    },
  ];
};

type NewDueAt = {
  readonly forMs?: number | undefined;
  readonly dueAt?: number | null | undefined;
  readonly undoOf?: string | undefined;
};

const newDueAt = ({ forMs, dueAt, undoOf }: NewDueAt, task: Task, { now }: DecisionContext): number | undefined => {
  if (dueAt === null) return undefined;
  // What was due before may be over by now.
  if (undoOf !== undefined && dueAt !== undefined) return dueAt;
  return dueAtOf({ forMs, dueAt }, now) ?? task.dueAt;
};

/** From its end on, or from now on where that is over. */
export const extendTask: OnTask<{ byMs?: number | undefined; dueAt?: number | null | undefined }> = (
  command,
  state,
  context,
) => {
  const { incident, tasks } = writable(state);
  const task = openTask(tasks, command.taskId);
  notSince(task, command, context.actor);
  mayAct(context, incident, task, ['assignee', 'assigner'], command);
  const { byMs, undoOf } = command;
  if (byMs !== undefined && command.dueAt !== undefined) {
    throw invalid('dueAt', 'Say either how much longer it may take or when it is due.');
  }
  const dueAt =
    command.dueAt === undefined
      ? Math.max(task.dueAt ?? context.now, context.now) + (byMs ?? EXTENSION_MS)
      : newDueAt(command, task, context);
  if (dueAt === task.dueAt) return NOTHING;
  return [
    {
      type: 'task.extended',
      data: {
        ...about(task),
        ...(task.dueAt === undefined ? {} : { from: task.dueAt }),
        ...(dueAt === undefined ? {} : { dueAt }),
        ...takingBack(undoOf),
      },
    },
  ];
};

/** Nobody can say for somebody else that they are at it. */
export const acknowledgeTask: OnTask = ({ taskId }, state, { actor }) => {
  const { tasks } = writable(state);
  const task = openTask(tasks, taskId);
  if (actor.kind !== 'user' || actor.userId !== task.assignee) {
    throw new Refusal('forbidden', `Only who T${task.number} was given to can acknowledge it.`);
  }
  return task.acknowledgedAt === undefined ? [{ type: 'task.acknowledged', data: about(task) }] : NOTHING;
};

export const finishTask: OnTask<{ result?: string | undefined }> = ({ taskId, result }, state, context) => {
  const task = endable(taskId, 'done', state, context, ['assignee']);
  if (task === undefined) return NOTHING;
  return [{ type: 'task.done', data: { ...about(task), ...(result === undefined ? {} : { result }) } }];
};

export const failTask: OnTask<{ reason: string }> = ({ taskId, reason }, state, context) => {
  const task = endable(taskId, 'failed', state, context, ['assignee']);
  return task === undefined ? NOTHING : [{ type: 'task.failed', data: { ...about(task), reason } }];
};

export const cancelTask: OnTask<{ reason?: string | undefined }> = (command, state, context) => {
  const { taskId, reason, undoOf } = command;
  const task = endable(taskId, 'cancelled', state, context, ['assigner']);
  if (task === undefined) return NOTHING;
  notSince(task, command, context.actor);
  const why = reason?.trim() === '' ? undefined : reason;
  return [
    {
      type: 'task.cancelled',
      data: { ...about(task), ...(why === undefined ? {} : { reason: why }), ...takingBack(undoOf) },
    },
  ];
};

/** Nothing where it has ended so already. */
const endable = (
  taskId: TaskId,
  as: Exclude<Task['status'], 'open'>,
  state: Parameters<typeof writable>[0],
  context: DecisionContext,
  parts: Parameters<typeof mayAct>[3],
): Task | undefined => {
  const { incident, tasks } = writable(state);
  if (existingTask(tasks, taskId).status === as) return undefined;
  const task = openTask(tasks, taskId);
  mayAct(context, incident, task, parts, {});
  return task;
};

export const reopenTask: OnTask = (command, state, context): readonly TaskEvent[] => {
  const { incident, tasks } = writable(state);
  const task = existingTask(tasks, command.taskId);
  notSince(task, command, context.actor);
  if (task.status === 'open') return NOTHING;
  mayAct(context, incident, task, ['assignee', 'assigner'], command);
  return [{ type: 'task.reopened', data: { ...about(task), ...takingBack(command.undoOf) } }];
};

import { changeBy } from '../kernel/changes.ts';
import type { Recorded } from '../kernel/event.ts';
import { appended } from '../kernel/lists.ts';
import type { TaskEvent } from './events.ts';
import type { FollowUp, Task, TaskProgress, Tasks } from './state.ts';

type About<T extends TaskEvent['type']> = Recorded<Extract<TaskEvent, { type: T }>>;

export const evolveTasks = (state: Tasks, event: Recorded<TaskEvent>): Tasks => {
  switch (event.type) {
    case 'task.assigned':
      return { ...state, items: appended(state.items, assigned(event)) };
    case 'task.reassigned':
      return changed(state, event, ({ acknowledgedAt: _former, ...task }) =>
        withDueAt({ ...task, assignee: event.data.to, assignedAt: event.at }, event.data.dueAt),
      );
    case 'task.extended':
      return changed(state, event, (task) => withDueAt(task, event.data.dueAt));
    case 'task.acknowledged':
      return changed(state, event, (task) => ({ ...task, acknowledgedAt: event.at }));
    case 'task.done':
    case 'task.failed':
    case 'task.cancelled':
      return changed(state, event, (task) => ({ ...task, ...ended(event) }));
    case 'task.reopened':
      return changed(state, event, reopened);
    case 'follow-up.kept':
      return kept(state, event);
    case 'follow-up.dropped':
      return dropped(state, event);
  }
};

const assigned = (event: About<'task.assigned'>): Task => {
  const { taskId, number, text, assignee, dueAt } = event.data;
  return {
    id: taskId,
    number,
    text,
    assignee,
    assignedBy: event.actor,
    assignedAt: event.at,
    status: 'open',
    change: changeBy(event, undefined, {}),
    ...(dueAt === undefined ? {} : { dueAt }),
  };
};

const changed = (
  state: Tasks,
  event: Recorded<Extract<TaskEvent, { type: `task.${string}` }>>,
  change: (task: Task) => Task,
): Tasks => {
  const index = state.items.findIndex(({ id }) => id === event.data.taskId);
  const task = state.items[index];
  if (task === undefined) return state;
  const next = { ...change(task), change: changeBy(event, task.change, {}) };
  return { ...state, items: state.items.with(index, next) };
};

const withDueAt = (task: Task, dueAt: number | undefined): Task => {
  const { dueAt: _former, ...rest } = task;
  return dueAt === undefined ? rest : { ...rest, dueAt };
};

const ended = ({ type, data, at, actor }: About<'task.done' | 'task.failed' | 'task.cancelled'>): TaskProgress => {
  const end = { endedAt: at, endedBy: actor };
  switch (type) {
    case 'task.done':
      return { status: 'done', ...end, ...(data.result === undefined ? {} : { result: data.result }) };
    case 'task.failed':
      return { status: 'failed', ...end, reason: data.reason };
    case 'task.cancelled':
      return { status: 'cancelled', ...end, ...(data.reason === undefined ? {} : { reason: data.reason }) };
  }
};

/** As it was before it ended. */
const reopened = ({
  id,
  number,
  text,
  assignee,
  assignedBy,
  assignedAt,
  dueAt,
  acknowledgedAt,
  change,
}: Task): Task => ({
  id,
  number,
  text,
  assignee,
  assignedBy,
  assignedAt,
  status: 'open',
  change,
  ...(dueAt === undefined ? {} : { dueAt }),
  ...(acknowledgedAt === undefined ? {} : { acknowledgedAt }),
});

/** What was dropped is kept again in its place. */
const kept = (state: Tasks, event: About<'follow-up.kept'>): Tasks => {
  const { followUpId, text, entryId } = event.data;
  const index = state.followUps.findIndex(({ id }) => id === followUpId);
  const former = state.followUps[index];
  const next: FollowUp = {
    id: followUpId,
    text,
    by: former?.by ?? event.actor,
    at: former?.at ?? event.at,
    change: changeBy(event, former?.change, {}),
    ...(entryId === undefined ? {} : { entryId }),
  };
  const followUps = former === undefined ? appended(state.followUps, next) : state.followUps.with(index, next);
  return { ...state, followUps };
};

const dropped = (state: Tasks, event: About<'follow-up.dropped'>): Tasks => {
  const { followUpId, reason } = event.data;
  const index = state.followUps.findIndex(({ id }) => id === followUpId);
  const former = state.followUps[index];
  if (former === undefined) return state;
  const next: FollowUp = {
    ...former,
    dropped: { at: event.at, by: event.actor, ...(reason === undefined ? {} : { reason }) },
    change: changeBy(event, former.change, {}),
  };
  return { ...state, followUps: state.followUps.with(index, next) };
};

import type { UserId } from '@sitrep/shared/kernel/ids';
import { isOpenTask, type OpenTask, type Task } from '@sitrep/shared/tasks/state';

export type Arranged = { readonly open: readonly OpenTask[]; readonly ended: readonly Task[] };

type Viewer = { readonly me: UserId; readonly leads: boolean };

/** Nothing in here depends on what time it is: rows do not move while somebody reads them. */
export const arrangeTasks = (tasks: readonly Task[], { me, leads }: Viewer): Arranged => {
  const open = tasks.filter(isOpenTask).toSorted(byDue);
  const ended = tasks.filter((task) => task.status !== 'open').toReversed();
  if (leads) return { open, ended };
  const [own, others] = [
    open.filter(({ assignee }) => assignee === me),
    open.filter(({ assignee }) => assignee !== me),
  ];
  return { open: [...own, ...others], ended };
};

const byDue = (a: Task, b: Task): number =>
  a.dueAt === b.dueAt ? a.number - b.number : (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity);

/** What somebody is asked to do: what waits for their word first. */
export const askedOf = (tasks: readonly Task[], me: UserId): readonly OpenTask[] => {
  const own = tasks
    .filter(isOpenTask)
    .filter(({ assignee }) => assignee === me)
    .toSorted(byDue);
  const waits = ({ acknowledgedAt }: Task): boolean => acknowledgedAt === undefined;
  return [...own.filter(waits), ...own.filter((task) => !waits(task))];
};

/** The newest one that somebody else gave them since, and that they have not acknowledged. */
export const givenSince = (tasks: readonly Task[], me: UserId, since: number): OpenTask | undefined =>
  tasks
    .filter(isOpenTask)
    .filter(({ assignee, assignedAt, acknowledgedAt, change }) => {
      const isNew = assignedAt > since && acknowledgedAt === undefined;
      return isNew && assignee === me && change.by !== `user/${me}`;
    })
    .toSorted((a, b) => b.assignedAt - a.assignedAt)[0];

export const isOverdue = ({ dueAt }: Task, now: number): boolean => dueAt !== undefined && dueAt <= now;

const PATIENCE_MS = 2 * 60_000;

/** Somebody should ask whether it was seen. */
export const isLongUnacknowledged = ({ acknowledgedAt, assignedAt, dueAt }: Task, now: number): boolean => {
  if (acknowledgedAt !== undefined) return false;
  const patience = dueAt === undefined ? PATIENCE_MS : Math.min(PATIENCE_MS, (dueAt - assignedAt) / 2);
  return now - assignedAt >= patience;
};

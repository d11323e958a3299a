import type { Change } from '../kernel/changes.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { EntryId, FollowUpId, TaskId, UserId } from '../kernel/ids.ts';

export type Task = {
  readonly id: TaskId;
  readonly number: number;
  readonly text: string;
  readonly assignee: UserId;
  readonly assignedBy: ActorRef;
  /** To its present owner. */
  readonly assignedAt: number;
  /** UTC ms; nothing where it has no time-box. */
  readonly dueAt?: number;
  /** When its present owner acknowledged it. */
  readonly acknowledgedAt?: number;
  /** What can be taken back. */
  readonly change: Change;
} & TaskProgress;

export type TaskProgress =
  | { readonly status: 'open' }
  | { readonly status: 'done'; readonly endedAt: number; readonly endedBy: ActorRef; readonly result?: string }
  | { readonly status: 'failed'; readonly endedAt: number; readonly endedBy: ActorRef; readonly reason: string }
  | { readonly status: 'cancelled'; readonly endedAt: number; readonly endedBy: ActorRef; readonly reason?: string };

export type OpenTask = Extract<Task, { status: 'open' }>;
export const isOpenTask = (task: Task): task is OpenTask => task.status === 'open';

export type FollowUp = {
  readonly id: FollowUpId;
  readonly text: string;
  readonly by: ActorRef;
  readonly at: number;
  readonly entryId?: EntryId;
  readonly dropped?: { readonly at: number; readonly by: ActorRef; readonly reason?: string };
  readonly change: Change;
};

export type Tasks = { readonly items: readonly Task[]; readonly followUps: readonly FollowUp[] };

export const noTasks: Tasks = { items: [], followUps: [] };

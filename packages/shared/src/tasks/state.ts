import type { ActorRef } from '../kernel/event.ts';
import type { EntryId, FollowUpId, TaskId, UserId } from '../kernel/ids.ts';

export type Task = {
  readonly id: TaskId;
  readonly number: number;
  readonly text: string;
  readonly assignee: UserId;
  readonly assignedBy: ActorRef;
  readonly assignedAt: number;
  /** UTC ms; nothing where it has no time-box. */
  readonly dueAt?: number;
  readonly acknowledgedAt?: number;
} & (
  | { readonly status: 'open' }
  | { readonly status: 'done'; readonly endedAt: number; readonly endedBy: ActorRef; readonly result?: string }
  | { readonly status: 'failed'; readonly endedAt: number; readonly endedBy: ActorRef; readonly reason: string }
  | { readonly status: 'cancelled'; readonly endedAt: number; readonly endedBy: ActorRef; readonly reason?: string }
);

export type FollowUp = {
  readonly id: FollowUpId;
  readonly text: string;
  readonly by: ActorRef;
  readonly at: number;
  readonly entryId?: EntryId;
  readonly droppedAt?: number;
};

export type Tasks = { readonly items: readonly Task[]; readonly followUps: readonly FollowUp[] };

export const noTasks: Tasks = { items: [], followUps: [] };

import type { Change } from '../kernel/changes.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { Phase } from '../settings/values.ts';

export type StepProgress =
  | { readonly state: 'open' }
  | { readonly state: 'ticked'; readonly by: ActorRef; readonly at: number }
  | { readonly state: 'skipped'; readonly by: ActorRef; readonly at: number; readonly reason: string };

export type ChecklistStep = {
  readonly id: string;
  readonly text: string;
  /** What can be taken back; nothing for what nobody has touched. */
  readonly change?: Change;
} & StepProgress;

export type Checklist = {
  /** Of its template. */
  readonly id: string;
  readonly phase: Phase;
  readonly title: string;
  readonly steps: readonly ChecklistStep[];
  readonly startedAt: number;
};

export type Checklists = { readonly items: readonly Checklist[] };

export const noChecklists: Checklists = { items: [] };

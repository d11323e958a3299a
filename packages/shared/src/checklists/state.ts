import type { ActorRef } from '../kernel/event.ts';
import type { Phase } from '../settings/values.ts';

export type ChecklistStep = { readonly id: string; readonly text: string } & (
  | { readonly state: 'open' }
  | { readonly state: 'ticked'; readonly by: ActorRef; readonly at: number; readonly commandId: string }
  | {
      readonly state: 'skipped';
      readonly by: ActorRef;
      readonly at: number;
      readonly commandId: string;
      readonly reason: string;
    }
);

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

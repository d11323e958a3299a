import type { ActorRef } from '../kernel/event.ts';
import type { EntryId, HypothesisId, UserId } from '../kernel/ids.ts';
import type { Stance } from './events.ts';

export type Evidence = {
  readonly entryId: EntryId;
  readonly stance: Stance;
  readonly by: ActorRef;
  readonly at: number;
};

export type Test = {
  readonly tester: UserId;
  readonly check: string;
  readonly since: number;
  /** UTC ms; nothing where no end was set. */
  readonly until?: number;
};

export type Hypothesis = {
  readonly id: HypothesisId;
  readonly number: number;
  readonly text: string;
  readonly suggestedBy: ActorRef;
  readonly suggestedAt: number;
  readonly evidence: readonly Evidence[];
  /** Of the newest change of its status. */
  readonly statusSince: number;
  readonly statusBy: ActorRef;
  readonly statusCommandId: string;
  /** The last test, also after it ended. */
  readonly test?: Test;
} & (
  | { readonly status: 'open' }
  | { readonly status: 'testing'; readonly test: Test }
  | { readonly status: 'confirmed' | 'ruled-out'; readonly conclusion: string }
  | { readonly status: 'withdrawn'; readonly reason?: string }
);
export type HypothesisStatus = Hypothesis['status'];

/** In the order suggested. */
export type Hypotheses = {
  readonly items: readonly Hypothesis[];
  /** UTC ms: the newest change of state or new evidence, which is progress. */
  readonly progressAt?: number;
};

export const noHypotheses: Hypotheses = { items: [] };

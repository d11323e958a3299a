import type { Change } from '../kernel/changes.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { EntryId, HypothesisId, UserId } from '../kernel/ids.ts';
import type { Stance } from './events.ts';

/** An entry of the timeline that speaks for or against. */
export type Evidence = {
  readonly entryId: EntryId;
  readonly stance: Stance;
  /** Who took it for that, and when. */
  readonly change: Change;
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
  /** Nothing while it stands as it was suggested. */
  readonly textChange?: Change;
  readonly suggestedBy: ActorRef;
  readonly suggestedAt: number;
  readonly evidence: readonly Evidence[];
  /** The newest change of its status; a test that another takes over is none. */
  readonly statusChange: Change;
  readonly statusSince: number;
  readonly statusBy: ActorRef;
  /** The last test, also after it ended. */
  readonly test?: Test;
} & (
  | { readonly status: 'open' }
  | { readonly status: 'testing'; readonly test: Test }
  | { readonly status: 'confirmed' | 'ruled-out'; readonly conclusion: string }
  | { readonly status: 'withdrawn'; readonly reason?: string }
);
export type HypothesisStatus = Hypothesis['status'];
export type Confirmed = Hypothesis & { readonly status: 'confirmed'; readonly conclusion: string };

/** In the order suggested. */
export type Hypotheses = {
  readonly items: readonly Hypothesis[];
  /** UTC ms: the newest change of state or new evidence, which is progress. */
  readonly progressAt?: number;
};

export const noHypotheses: Hypotheses = { items: [] };

/** What is known to be the cause, the newest first. */
export const causeOf = ({ items }: Hypotheses): readonly Confirmed[] =>
  items
    .filter((hypothesis): hypothesis is Confirmed => hypothesis.status === 'confirmed')
    .toSorted((a, b) => b.statusSince - a.statusSince || b.number - a.number);

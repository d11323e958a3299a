import type { Change } from '../kernel/changes.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { CriterionId, LinkId } from '../kernel/ids.ts';
import type { ImpactNumber } from './events.ts';
import type { LinkKind, Trend } from './values.ts';

export type Impact = {
  readonly users: string;
  readonly business: string;
  readonly reputation: string;
  readonly numbers: readonly ImpactNumber[];
  readonly trend?: Trend;
  /** Of the impact, which need not be those of the incident. */
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** 0 for what was never written. */
  readonly revision: number;
  readonly updatedBy?: ActorRef;
  readonly updatedAt?: number;
};

export type Criterion = {
  readonly id: CriterionId;
  readonly text: string;
  readonly met?: { readonly by: ActorRef; readonly at: number };
};

export type SituationLink = {
  readonly id: LinkId;
  readonly kind: LinkKind;
  readonly label: string;
  readonly url: string;
};

/** The incident state document, besides what the incident itself has. */
export type Situation = {
  readonly impact: Impact;
  readonly objectives: string;
  readonly objectivesChange?: Change;
  readonly criteria: readonly Criterion[];
  readonly links: readonly SituationLink[];
  readonly attention?: { readonly by: ActorRef; readonly at: number; readonly reason?: string };
  readonly postmortem?: { readonly meetsAt: number; readonly scheduledAt: number; readonly by: ActorRef };
  /** The newest card, which an entry of the timeline shows. */
  readonly handoverRecordedAt?: number;
  readonly updatedBy?: ActorRef;
  readonly updatedAt?: number;
};

export const NO_IMPACT: Impact = { users: '', business: '', reputation: '', numbers: [], revision: 0 };
export const emptySituation: Situation = { impact: NO_IMPACT, objectives: '', criteria: [], links: [] };

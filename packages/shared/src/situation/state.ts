import type { Change } from '../kernel/changes.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { CriterionId, LinkId } from '../kernel/ids.ts';
import type { ImpactField, ImpactNumber } from './events.ts';
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
  /** The newest change of each field. */
  readonly changes: Readonly<Partial<Record<ImpactField, FieldChange>>>;
  readonly updatedBy?: ActorRef;
  readonly updatedAt?: number;
};
/** `revision`: of the impact, which it led to. */
export type FieldChange = Change & { readonly revision: number };

export type Criterion = {
  readonly id: CriterionId;
  readonly text: string;
  readonly met?: { readonly by: ActorRef; readonly at: number };
  /** The newest one: its text, or that it is met (`MET`) or not (`UNMET`). */
  readonly change: Change;
};
export const MET = 'met';
export const UNMET = 'unmet';

export type SituationLink = {
  readonly id: LinkId;
  readonly kind: LinkKind;
  readonly label: string;
  readonly url: string;
  readonly change: Change;
};

/** What was taken away, and where it stood: for whoever takes that back. */
export type Removed<Item> = {
  readonly item: Item;
  readonly index: number;
  readonly by: ActorRef;
  readonly commandId: string;
};

/** The incident state document, besides what the incident itself has. */
export type Situation = {
  readonly impact: Impact;
  readonly objectives: string;
  readonly objectivesChange?: Change;
  readonly criteria: readonly Criterion[];
  readonly links: readonly SituationLink[];
  /** Only those removed last. */
  readonly removed: {
    readonly criteria: readonly Removed<Criterion>[];
    readonly links: readonly Removed<SituationLink>[];
  };
  /** Set while public attention is expected. */
  readonly attention?: { readonly by: ActorRef; readonly at: number; readonly reason?: string };
  readonly attentionChange?: Change;
  readonly postmortem?: { readonly meetsAt: number; readonly scheduledAt: number; readonly by: ActorRef };
  /** The newest card, which an entry of the timeline shows. */
  readonly handoverRecordedAt?: number;
  readonly updatedBy?: ActorRef;
  readonly updatedAt?: number;
};

export const NO_IMPACT: Impact = { users: '', business: '', reputation: '', numbers: [], revision: 0, changes: {} };
export const emptySituation: Situation = {
  impact: NO_IMPACT,
  objectives: '',
  criteria: [],
  links: [],
  removed: { criteria: [], links: [] },
};

/** The newest conference call. */
export const bridgeOf = ({ links }: Pick<Situation, 'links'>): SituationLink | undefined =>
  links.findLast(({ kind }) => kind === 'bridge');

/** Nobody has said anything about it yet. */
export const isUnwritten = ({ users, business, reputation, numbers }: Impact): boolean =>
  users === '' && business === '' && reputation === '' && numbers.length === 0;

import type { Change } from '../kernel/changes.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { MitigationId, ObjectionId, UserId } from '../kernel/ids.ts';
import type { Plan } from './events.ts';
import type { Outcome } from './values.ts';

export const MITIGATION_STATUSES = [
  'proposed',
  'approved',
  'rejected',
  'executing',
  'executed',
  'effective',
  'ineffective',
  'rolled-back',
  'halted',
  'withdrawn',
] as const;
export type MitigationStatus = (typeof MITIGATION_STATUSES)[number];

export type Objection = {
  readonly id: ObjectionId;
  readonly by: ActorRef;
  readonly at: number;
  readonly reason: string;
  readonly withdrawnAt?: number;
};

/** One move of its status: who, when, and what they said. */
export type MitigationMove = { readonly by: ActorRef; readonly at: number; readonly said?: string };

export type Mitigation = {
  readonly id: MitigationId;
  readonly number: number;
  readonly plan: Plan;
  /** 1 as it was proposed. */
  readonly revision: number;
  readonly status: MitigationStatus;
  readonly statusSince: number;
  readonly statusBy: ActorRef;
  /** The newest thing that happened to it, for taking back. */
  readonly change: Change;
  readonly proposedBy: ActorRef;
  readonly proposedAt: number;
  readonly objections: readonly Objection[];
  readonly approved?: MitigationMove & {
    readonly despite: readonly ObjectionId[];
    readonly collisions: readonly MitigationId[];
  };
  readonly rejected?: MitigationMove;
  readonly started?: MitigationMove & { readonly executor: UserId };
  readonly executed?: MitigationMove;
  readonly verified?: MitigationMove & { readonly outcome: Outcome };
  readonly halted?: MitigationMove & { readonly from: MitigationStatus };
  readonly withdrawn?: MitigationMove;
  /** Made without approval. */
  readonly uncoordinated?: { readonly reason: string; readonly recordedAt: number; readonly recordedBy: ActorRef };
};

/** The one ledger of production changes, in the order entered. */
export type Mitigations = {
  readonly items: readonly Mitigation[];
  /** UTC ms: the newest change of state, which is progress. */
  readonly progressAt?: number;
};

export const noMitigations: Mitigations = { items: [] };

export const standingObjections = ({ objections }: Pick<Mitigation, 'objections'>): readonly Objection[] =>
  objections.filter(({ withdrawnAt }) => withdrawnAt === undefined);

/** When something in production may have been touched for it; nothing where it never was. */
export const touchedProductionAt = ({ started, executed }: Mitigation): number | undefined =>
  executed?.at ?? started?.at;

import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { HypothesisId, MitigationId, ObjectionId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';

export const RISKS = ['low', 'medium', 'high'] as const;
export const Risk = z.enum(RISKS);
export type Risk = z.output<typeof Risk>;

/** How it turned out, once it was looked at. */
export const OUTCOMES = ['effective', 'ineffective', 'rolled-back'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.output<typeof Outcome>;

export const Plan = z.object({
  title: z.string(),
  hypothesisId: z.optional(HypothesisId),
  /** What shows that it works. */
  expectedSignal: z.string(),
  risk: Risk,
  services: z.array(z.string()),
  steps: z.string(),
  rollback: z.string(),
  owner: z.optional(UserId),
  /** ms that it may take. */
  timeBox: z.optional(z.int()),
});
export type Plan = z.output<typeof Plan>;

const mitigationId = MitigationId;

export const MitigationEvents = {
  /** `number` counts from 1 within the incident: M1. */
  'mitigation.proposed': z.object({ mitigationId, number: z.int(), plan: Plan, undoOf }),
  /** While it is proposed; `revision` counts from 1, as it was proposed. */
  'mitigation.amended': z.object({ mitigationId, revision: z.int(), plan: Plan, undoOf }),
  'mitigation.objected': z.object({ mitigationId, objectionId: ObjectionId, reason: z.string() }),
  'mitigation.objection-withdrawn': z.object({ mitigationId, objectionId: ObjectionId }),
  /** `despite`: objections that stood, which who approved has seen. */
  'mitigation.approved': z.object({
    mitigationId,
    note: z.optional(z.string()),
    despite: z.array(ObjectionId),
  }),
  'mitigation.rejected': z.object({ mitigationId, reason: z.string() }),
  'mitigation.withdrawn': z.object({ mitigationId, reason: z.optional(z.string()), undoOf }),
  'mitigation.started': z.object({ mitigationId, executor: UserId }),
  'mitigation.executed': z.object({ mitigationId, seen: z.optional(z.string()) }),
  'mitigation.verified': z.object({ mitigationId, outcome: Outcome, seen: z.string() }),
  'mitigation.halted': z.object({ mitigationId, reason: z.optional(z.string()) }),
  /** Made without approval: recorded afterwards, and stands out. */
  'mitigation.recorded-uncoordinated': z.object({
    mitigationId,
    number: z.int(),
    plan: Plan,
    reason: z.string(),
    doneAt: Timestamp,
    doneBy: z.optional(UserId),
  }),
} as const;

export type MitigationEvent = EventOf<typeof MitigationEvents>;

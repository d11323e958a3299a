import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { HypothesisId, MitigationId, ObjectionId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import { Outcome, PlanField, Risk } from './values.ts';

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

/** `number` counts from 1 within the incident: M1. With the title of then, each event says by itself what it is about. */
const about = { mitigationId: MitigationId, number: z.int(), title: z.string() };
const entered = { mitigationId: MitigationId, number: z.int(), plan: Plan };
const said = z.optional(z.string());

export const MitigationEvents = {
  'mitigation.proposed': z.object({ ...entered, undoOf }),
  /** While it is proposed; `revision` counts from 1, as it was proposed. */
  'mitigation.amended': z.object({ ...about, revision: z.int(), plan: Plan, changed: z.array(PlanField) }),
  'mitigation.objected': z.object({ ...about, objectionId: ObjectionId, reason: z.string() }),
  'mitigation.objection-withdrawn': z.object({ ...about, objectionId: ObjectionId, undoOf }),
  /** `despite`, `collisions`: what stood against it, which who approved has seen. `owner`: who proceeds. */
  'mitigation.approved': z.object({
    ...about,
    revision: z.int(),
    note: said,
    owner: z.optional(UserId),
    despite: z.array(ObjectionId),
    collisions: z.array(MitigationId),
  }),
  'mitigation.rejected': z.object({ ...about, reason: z.string() }),
  'mitigation.withdrawn': z.object({ ...about, reason: said, undoOf }),
  'mitigation.started': z.object({ ...about, executor: UserId }),
  'mitigation.executed': z.object({ ...about, seen: said }),
  'mitigation.verified': z.object({ ...about, outcome: Outcome, seen: z.string() }),
  'mitigation.halted': z.object({ ...about, reason: said }),
  /** Made without approval: recorded afterwards, and stands out. */
  'mitigation.recorded-uncoordinated': z.object({
    ...entered,
    reason: z.string(),
    doneAt: Timestamp,
    doneBy: z.optional(UserId),
  }),
} as const;

export type MitigationEvent = EventOf<typeof MitigationEvents>;

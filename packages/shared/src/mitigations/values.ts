import * as z from 'zod/mini';

export const RISKS = ['low', 'medium', 'high'] as const;
export const Risk = z.enum(RISKS);
export type Risk = z.output<typeof Risk>;

/** How it turned out, once it was looked at. */
export const OUTCOMES = ['effective', 'ineffective', 'rolled-back'] as const;
export const Outcome = z.enum(OUTCOMES);
export type Outcome = z.output<typeof Outcome>;

/** What a plan says; an amendment names those that it changed. */
export const PLAN_FIELDS = [
  'title',
  'hypothesisId',
  'expectedSignal',
  'risk',
  'services',
  'steps',
  'rollback',
  'owner',
  'timeBox',
] as const;
export const PlanField = z.enum(PLAN_FIELDS);
export type PlanField = z.output<typeof PlanField>;

/** How long something that was changed counts as fresh: what collides with it is asked about. */
export const FRESH_MS = 2 * 3_600_000;

/** The whole ledger goes with every snapshot of a room. */
export const MITIGATIONS_PER_INCIDENT = 200;
export const OBJECTIONS_PER_MITIGATION = 20;

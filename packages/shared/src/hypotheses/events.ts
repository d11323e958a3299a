import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { EntryId, HypothesisId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';

export const STANCES = ['supports', 'contradicts'] as const;
export const Stance = z.enum(STANCES);
export type Stance = z.output<typeof Stance>;

const hypothesisId = HypothesisId;

export const HypothesisEvents = {
  /** `number` counts from 1 within the incident: H1. */
  'hypothesis.suggested': z.object({ hypothesisId, number: z.int(), text: z.string(), undoOf }),
  'hypothesis.reworded': z.object({ hypothesisId, from: z.string(), to: z.string(), undoOf }),
  /** `until`: when the tester wants to know. `from`: who tested it before, where it was being tested already. */
  'hypothesis.test-started': z.object({
    hypothesisId,
    from: z.optional(UserId),
    tester: UserId,
    check: z.string(),
    until: z.optional(Timestamp),
    undoOf,
  }),
  'hypothesis.test-stopped': z.object({ hypothesisId, reason: z.optional(z.string()), undoOf }),
  'hypothesis.confirmed': z.object({ hypothesisId, conclusion: z.string(), undoOf }),
  'hypothesis.ruled-out': z.object({ hypothesisId, conclusion: z.string(), undoOf }),
  /** To `testing` only where that is taken back to. */
  'hypothesis.reopened': z.object({
    hypothesisId,
    to: z.enum(['open', 'testing']),
    reason: z.optional(z.string()),
    undoOf,
  }),
  /** `from`: what it was taken for before, where the entry was evidence already. */
  'hypothesis.evidence-added': z.object({
    hypothesisId,
    entryId: EntryId,
    from: z.optional(Stance),
    stance: Stance,
    undoOf,
  }),
  'hypothesis.evidence-removed': z.object({ hypothesisId, entryId: EntryId, stance: Stance, undoOf }),
  /** Suggested by mistake. */
  'hypothesis.withdrawn': z.object({ hypothesisId, reason: z.optional(z.string()), undoOf }),
} as const;

export type HypothesisEvent = EventOf<typeof HypothesisEvents>;

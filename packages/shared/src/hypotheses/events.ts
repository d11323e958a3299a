import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { EntryId, HypothesisId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';

export const STANCES = ['supports', 'contradicts'] as const;
export const Stance = z.enum(STANCES);
export type Stance = z.output<typeof Stance>;

/** `number` counts from 1 within the incident: H1. With the text of then, each event says by itself what it is about. */
const about = { hypothesisId: HypothesisId, number: z.int(), text: z.string() };
const reason = z.optional(z.string());

export const HypothesisEvents = {
  'hypothesis.suggested': z.object(about),
  /** `text`: the new one. */
  'hypothesis.reworded': z.object({ ...about, from: z.string(), undoOf }),
  /** `until`: when the tester wants to know. `from`: who tested it before, where it was being tested already. */
  'hypothesis.test-started': z.object({
    ...about,
    from: z.optional(UserId),
    tester: UserId,
    check: z.string(),
    until: z.optional(Timestamp),
  }),
  'hypothesis.test-stopped': z.object({ ...about, reason, undoOf }),
  'hypothesis.confirmed': z.object({ ...about, conclusion: z.string() }),
  'hypothesis.ruled-out': z.object({ ...about, conclusion: z.string() }),
  /** To `testing` only where that is taken back to. */
  'hypothesis.reopened': z.object({ ...about, to: z.enum(['open', 'testing']), reason, undoOf }),
  /** `from`: what it was taken for before, where the entry was evidence already. */
  'hypothesis.evidence-added': z.object({
    ...about,
    entryId: EntryId,
    from: z.optional(Stance),
    stance: Stance,
    undoOf,
  }),
  'hypothesis.evidence-removed': z.object({ ...about, entryId: EntryId, stance: Stance, undoOf }),
  /** Suggested by mistake. */
  'hypothesis.withdrawn': z.object({ ...about, reason, undoOf }),
} as const;

export type HypothesisEvent = EventOf<typeof HypothesisEvents>;

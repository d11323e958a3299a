import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { CriterionId, LinkId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import { HandoverCard } from './handover-card.ts';
import { LinkKind, Trend } from './values.ts';

/** A number that says how bad it is: `{ label: 'failed checkouts', value: '38 %' }`. */
export const ImpactNumber = z.object({ label: z.string(), value: z.string() });
export type ImpactNumber = z.output<typeof ImpactNumber>;

/** Only what changed; `null` clears a field. */
export const ImpactChanges = z.object({
  users: z.optional(z.string()),
  business: z.optional(z.string()),
  reputation: z.optional(z.string()),
  numbers: z.optional(z.array(ImpactNumber)),
  trend: z.optional(z.nullable(Trend)),
  startedAt: z.optional(z.nullable(Timestamp)),
  endedAt: z.optional(z.nullable(Timestamp)),
});
export type ImpactChanges = z.output<typeof ImpactChanges>;
export type ImpactField = keyof ImpactChanges;
export const IMPACT_FIELDS = Object.keys(ImpactChanges.shape) as readonly ImpactField[];

const LinkData = { kind: LinkKind, label: z.string(), url: z.string() };
const Attention = z.object({ expected: z.boolean(), reason: z.optional(z.string()) });

export const SituationEvents = {
  /** `revision` counts from 1. `before`: what stood in the fields that changed. */
  'situation.impact-changed': z.object({
    revision: z.int(),
    changes: ImpactChanges,
    before: ImpactChanges,
    undoOf,
  }),
  'situation.objectives-changed': z.object({ from: z.string(), to: z.string(), undoOf }),
  /** Each says by itself what it is about. */
  'situation.criterion-added': z.object({ criterionId: CriterionId, text: z.string(), undoOf }),
  'situation.criterion-reworded': z.object({ criterionId: CriterionId, from: z.string(), to: z.string(), undoOf }),
  'situation.criterion-met': z.object({ criterionId: CriterionId, text: z.string(), undoOf }),
  'situation.criterion-unmet': z.object({ criterionId: CriterionId, text: z.string(), undoOf }),
  'situation.criterion-removed': z.object({ criterionId: CriterionId, text: z.string(), undoOf }),
  'situation.link-added': z.object({ linkId: LinkId, ...LinkData, undoOf }),
  'situation.link-removed': z.object({ linkId: LinkId, ...LinkData, undoOf }),
  /** Press, social media, authorities: set by hand, and a reason to escalate. */
  'situation.attention-set': z.object({ ...Attention.shape, before: Attention, undoOf }),
  /** When its meeting is held; a later one replaces it. */
  'situation.postmortem-scheduled': z.object({ meetsAt: Timestamp }),
  'situation.handover-recorded': z.object({ card: HandoverCard }),
} as const;

export type SituationEvent = EventOf<typeof SituationEvents>;

import type { Confirmed, Hypotheses, Hypothesis } from '@sitrep/shared/hypotheses/state';
import { causeOf } from '@sitrep/shared/hypotheses/state';

export type Underway = Extract<Hypothesis, { status: 'open' | 'testing' }>;
export type RuledOut = Hypothesis & { readonly status: 'ruled-out'; readonly conclusion: string };

export type InOrder = {
  /** By number, so that none moves when its test begins. */
  readonly underway: readonly Underway[];
  readonly confirmed: readonly Confirmed[];
  /** What was ruled out last first. */
  readonly ruledOut: readonly RuledOut[];
};

/** As they are shown: what wants work first. Withdrawn ones stand on the timeline alone. */
export const inOrder = (hypotheses: Hypotheses): InOrder => ({
  underway: hypotheses.items.filter((item): item is Underway => item.status === 'open' || item.status === 'testing'),
  confirmed: causeOf(hypotheses),
  ruledOut: hypotheses.items
    .filter((item): item is RuledOut => item.status === 'ruled-out')
    .toSorted((a, b) => b.statusSince - a.statusSince),
});

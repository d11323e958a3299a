import { isLacking, type Need } from '@sitrep/shared/roster/state';

/** Unclaimed for so long, a need stands out. */
export const UNCLAIMED_MS = 10 * 60_000;

export type LackingNeed = Extract<Need, { status: 'open' | 'claimed' }>;

/** What nobody is on first, the oldest first; then what somebody is on. */
export const needsShown = (needs: readonly Need[]): readonly LackingNeed[] =>
  needs
    .filter(isLacking)
    .toSorted((a, b) => Number(a.status === 'claimed') - Number(b.status === 'claimed') || a.raisedAt - b.raisedAt);

export const isOverdue = (need: LackingNeed, now: number): boolean =>
  need.status === 'open' && now - need.raisedAt >= UNCLAIMED_MS;

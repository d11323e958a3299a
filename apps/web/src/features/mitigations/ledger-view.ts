import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { isUnderWay, mayDo, mayTurnOut } from '@sitrep/shared/mitigations/status-moves';

/** What waits for a decision first: there somebody is waiting for somebody. */
const ORDER: readonly Mitigation['status'][] = ['proposed', 'executing', 'executed', 'approved'];

export type Arranged = { readonly current: readonly Mitigation[]; readonly ended: readonly Mitigation[] };

/** Within each status the oldest first; what has ended with the newest first. */
export const arranged = (items: readonly Mitigation[]): Arranged => ({
  current: ORDER.flatMap((status) => items.filter((one) => one.status === status)),
  ended: items.filter((one) => !isUnderWay(one)).toSorted((one, other) => other.statusSince - one.statusSince),
});

export type Viewer = { readonly id: UserId; /** Commander or deputy. */ readonly leads: boolean };

/** It is the viewer's turn: to decide, to start, to say what came of it. */
export const wants = ({ status, plan, started, proposedBy }: Mitigation, { id, leads }: Viewer): boolean => {
  if (status === 'proposed') return leads;
  if (status === 'approved') return plan.owner === undefined ? proposedBy === `user/${id}` : plan.owner === id;
  return (status === 'executing' || status === 'executed') && (started?.executor ?? plan.owner) === id;
};

/** The card to go to: the first that wants the viewer, else the first. From one of them it goes on to the next. */
export const nextFor = (
  current: readonly Mitigation[],
  viewer: Viewer,
  focused?: Mitigation['id'],
): Mitigation | undefined => {
  const wanting = current.filter((one) => wants(one, viewer));
  const among = wanting.length === 0 ? current : wanting;
  return among[(among.findIndex(({ id }) => id === focused) + 1) % among.length];
};

/** What one key halts. */
export const running = (items: readonly Mitigation[]): readonly Mitigation[] =>
  items.filter(({ status }) => status === 'executing');

/** How many wait for their decision. */
export const waiting = (items: readonly Mitigation[]): number =>
  items.filter(({ status }) => status === 'proposed').length;

export type CardAction =
  | 'approve'
  | 'reject'
  | 'object'
  | 'start'
  | 'finish'
  | 'effective'
  | 'ineffective'
  | 'rolled-back'
  | 'halt';

const STEPS: Readonly<Partial<Record<Mitigation['status'], readonly CardAction[]>>> = {
  proposed: ['approve', 'reject', 'object'],
  approved: ['start', 'halt'],
  executing: ['finish', 'halt'],
  executed: ['effective', 'ineffective'],
};

/** The next steps of a card, in the order of their buttons. */
export const nextSteps = ({ status }: Mitigation): readonly CardAction[] => STEPS[status] ?? [];

export type MenuAction = CardAction | 'amend' | 'withdraw' | 'propose-again';

/** What else can be done, without those that have a button. */
export const furtherSteps = (mitigation: Mitigation): readonly MenuAction[] => {
  const outcomes = (['effective', 'ineffective', 'rolled-back'] as const).filter((outcome) =>
    mayTurnOut(outcome, mitigation),
  );
  const deeds = (['amend', 'object', 'withdraw', 'halt'] as const).filter((deed) => mayDo(deed, mitigation));
  const again = isUnderWay(mitigation) ? [] : (['propose-again'] as const);
  const shown = new Set<MenuAction>(nextSteps(mitigation));
  return [...deeds, ...outcomes, ...again].filter((action) => !shown.has(action));
};

import { mustBeOpen } from '../kernel/incident-standing.ts';
import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { EntryId, HypothesisId, UserId } from '../kernel/ids.ts';
import type { IncidentKey, IncidentRole, IncidentStatus } from '../incidents/values.ts';
import type { HypothesisEvent } from './events.ts';
import type { Hypotheses, Hypothesis } from './state.ts';

type IncidentHeader =
  | { readonly status: 'undeclared' }
  | {
      readonly status: IncidentStatus;
      readonly key: IncidentKey;
      readonly roles: Readonly<Partial<Record<IncidentRole, UserId>>>;
      readonly private: boolean;
      readonly members: readonly UserId[];
    };
export type OpenIncident = Exclude<IncidentHeader, { status: 'undeclared' }>;

type Entry = { readonly id: EntryId; readonly retracted?: unknown };

/** What a decision about a suspected cause looks at. */
export type HypothesesContext = {
  readonly incident: IncidentHeader;
  readonly hypotheses: Hypotheses;
  readonly timeline: { readonly entries: readonly Entry[] };
};

export type Deciding<Command> = Decide<Command & { hypothesisId: HypothesisId }, HypothesesContext, HypothesisEvent>;

/** Already so. */
export const NOTHING: readonly HypothesisEvent[] = [];

/** @throws Refusal `not-found` | `conflict` */
export const openIncident = ({ incident }: HypothesesContext): OpenIncident =>
  mustBeOpen(incident, 'work on its causes');

export const findHypothesis = ({ hypotheses }: HypothesesContext, id: HypothesisId): Hypothesis | undefined =>
  hypotheses.items.find((item) => item.id === id);

/** @throws Refusal `not-found` | `conflict` */
export const hypothesisIn = (state: HypothesesContext, id: HypothesisId): Hypothesis => {
  openIncident(state);
  const found = findHypothesis(state, id);
  if (found === undefined) throw new Refusal('not-found', 'There is no such hypothesis.');
  return found;
};

/** As events name what they are about. */
export const about = ({ id, number, text }: Hypothesis) => ({ hypothesisId: id, number, text });

/** As people call it. */
export const nameOf = ({ number }: Hypothesis): string => `H${number}`;

const STANDS = { confirmed: 'is confirmed', 'ruled-out': 'is ruled out', withdrawn: 'was withdrawn' } as const;

type Undecided = Extract<Hypothesis, { status: 'open' | 'testing' }>;

/**
 * One that is open or being tested.
 * @throws Refusal `not-found` | `conflict`
 */
export const undecided = (state: HypothesesContext, id: HypothesisId): Undecided => {
  const hypothesis = hypothesisIn(state, id);
  if (hypothesis.status === 'open' || hypothesis.status === 'testing') return hypothesis;
  throw new Refusal('conflict', `${nameOf(hypothesis)} ${STANDS[hypothesis.status]}. Reopen it first.`, {
    current: { status: hypothesis.status },
  });
};

import type { DecisionContext } from '../kernel/decider.ts';
import type { HypothesisId, UserId } from '../kernel/ids.ts';
import { mustRespondIn } from '../kernel/people-facts.ts';
import { invalid } from '../kernel/refusals.ts';
import { serviceKey } from './collisions.ts';
import { opened, type MitigationRoom } from './deciding.ts';
import type { Plan } from './events.ts';
import { PLAN_FIELDS, type PlanField, type Risk } from './values.ts';

export type Proposal = {
  title: string;
  hypothesisId?: HypothesisId | undefined;
  expectedSignal: string;
  risk: Risk;
  services: readonly string[];
  steps: string;
  rollback: string;
  owner?: UserId | undefined;
  timeBox?: number | undefined;
};

export const planned = ({ hypothesisId, owner, timeBox, ...rest }: Proposal): Plan => ({
  title: rest.title,
  ...(hypothesisId === undefined ? {} : { hypothesisId }),
  expectedSignal: rest.expectedSignal,
  risk: rest.risk,
  services: namedOnce(rest.services),
  steps: rest.steps,
  rollback: rest.rollback,
  ...(owner === undefined ? {} : { owner }),
  ...(timeBox === undefined ? {} : { timeBox }),
});

const namedOnce = (services: readonly string[]): string[] =>
  services.filter((name, index) => services.findIndex((one) => serviceKey(one) === serviceKey(name)) === index);

/** What a plan points at has to be there; an amendment is asked only about what it changed. */
export const mustHold = (
  { hypothesisId, owner }: Plan,
  room: MitigationRoom,
  { facts }: DecisionContext,
  changed: readonly PlanField[] = PLAN_FIELDS,
): void => {
  if (hypothesisId !== undefined && changed.includes('hypothesisId')) {
    const known = room.hypotheses.items.some(({ id, status }) => id === hypothesisId && status !== 'withdrawn');
    if (!known) throw invalid('hypothesisId', 'There is no such hypothesis in this incident.');
  }
  if (owner !== undefined && changed.includes('owner')) mustRespondIn(opened(room), 'owner', owner, facts);
};

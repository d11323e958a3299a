import { stepBack } from '../kernel/changes.ts';
import type { DecisionContext } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { UserId } from '../kernel/ids.ts';
import { handleOf, mustRespondIn } from '../kernel/people-facts.ts';
import { invalid } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import {
  NOTHING,
  about,
  hypothesisIn,
  nameOf,
  openIncident,
  undecided,
  type Deciding,
  type OpenIncident,
} from './deciding.ts';
import type { Hypothesis } from './state.ts';

type StartTest = {
  tester?: UserId | undefined;
  check: string;
  until?: number | undefined;
  forMs?: number | undefined;
  takeOver?: boolean | undefined;
};

/** One person tests an idea at a time: whoever else wants to says that they take it over. */
export const startTest: Deciding<StartTest> = (command, state, context) => {
  const { hypothesisId, check } = command;
  const hypothesis = undecided(state, hypothesisId);
  const incident = openIncident(state);
  const tester = testerOf(command, context);
  mustRespondIn(incident, 'tester', tester, context.facts);
  const until = endOf(command, context.now);
  const { status, test } = hypothesis;
  if (status === 'testing') {
    const { tester: former } = test;
    if (former === tester && test.check === check && test.until === until) return NOTHING;
    if (former !== tester && command.takeOver !== true) mayTakeOver(hypothesis, incident, context);
  }
  return [
    {
      type: 'hypothesis.test-started',
      data: {
        ...about(hypothesis),
        ...(status === 'testing' ? { from: test.tester } : {}),
        tester,
        check,
        ...(until === undefined ? {} : { until }),
      },
    },
  ];
};

export const stopTest: Deciding<{ reason?: string | undefined } & Undoing> = (
  { hypothesisId, reason, undoOf },
  state,
  { actor },
) => {
  const hypothesis = hypothesisIn(state, hypothesisId);
  if (hypothesis.status === 'open') return NOTHING;
  undecided(state, hypothesisId);
  stepBack(hypothesis.statusChange, { field: 'status' }, { undoOf, actor, to: 'open' });
  return [
    {
      type: 'hypothesis.test-stopped',
      data: { ...about(hypothesis), ...(reason === undefined ? {} : { reason }), ...takingBack(undoOf) },
    },
  ];
};

const testerOf = ({ tester }: StartTest, { actor }: DecisionContext): UserId => {
  if (tester !== undefined) return tester;
  if (actor.kind === 'user') return actor.userId;
  throw invalid('tester', 'Say who tests it.');
};

const endOf = ({ until, forMs }: StartTest, now: number): number | undefined => {
  if (until !== undefined && forMs !== undefined) throw invalid('forMs', 'Say until when or for how long, not both.');
  if (until !== undefined && until <= now) throw invalid('until', 'The test has to end later than now.');
  return forMs === undefined ? until : now + forMs;
};

const mayTakeOver = (
  hypothesis: Extract<Hypothesis, { status: 'testing' }>,
  { roles }: OpenIncident,
  context: DecisionContext,
): void => {
  const { actor } = context;
  const { tester, check, until } = hypothesis.test;
  const decides = [tester, roles.commander, roles.deputy];
  if (actor.kind === 'user' && decides.includes(actor.userId)) return;
  throw new Refusal(
    'conflict',
    `${handleOf(context.facts, tester)} tests ${nameOf(hypothesis)}: ${check}. Ask them, or take it over.`,
    { current: { status: 'testing', tester, check, ...(until === undefined ? {} : { until }) } },
  );
};

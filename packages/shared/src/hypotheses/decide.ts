import { stepBack } from '../kernel/changes.ts';
import { Refusal } from '../kernel/errors.ts';
import type { ActorRef } from '../kernel/event.ts';
import { invalid } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import {
  NOTHING,
  about,
  findHypothesis,
  hypothesisIn,
  nameOf,
  openIncident,
  undecided,
  type Deciding,
} from './deciding.ts';
import type { Hypothesis } from './state.ts';

/** All are sent with each snapshot of a room; who gets here runs a script. */
export const MAX_HYPOTHESES = 200;

export const suggest: Deciding<{ text: string }> = ({ hypothesisId, text }, state) => {
  openIncident(state);
  const { items } = state.hypotheses;
  if (findHypothesis(state, hypothesisId) !== undefined) {
    throw new Refusal('conflict', 'There is a hypothesis with this id already.');
  }
  if (items.length >= MAX_HYPOTHESES) {
    throw new Refusal('conflict', `An incident has ${MAX_HYPOTHESES} hypotheses at most. Reword or reopen one.`);
  }
  return [{ type: 'hypothesis.suggested', data: { hypothesisId, number: items.length + 1, text } }];
};

export const reword: Deciding<{ text: string; base?: string | undefined } & Undoing> = (
  { hypothesisId, text, base, undoOf },
  state,
  { actor },
) => {
  const hypothesis = undecided(state, hypothesisId);
  stepBack(hypothesis.textChange, { field: 'text' }, { undoOf, actor, to: text });
  if (text === hypothesis.text) return NOTHING;
  if (base !== undefined && base !== hypothesis.text) {
    throw new Refusal('conflict', `${nameOf(hypothesis)} was reworded meanwhile.`, {
      current: { text: hypothesis.text },
    });
  }
  return [
    {
      type: 'hypothesis.reworded',
      data: { ...about(hypothesis), text, from: hypothesis.text, ...takingBack(undoOf) },
    },
  ];
};

export const confirm: Deciding<{ conclusion: string }> = ({ hypothesisId, conclusion }, state) => {
  const hypothesis = hypothesisIn(state, hypothesisId);
  if (hypothesis.status === 'confirmed') return already(hypothesis, conclusion);
  undecided(state, hypothesisId);
  return [{ type: 'hypothesis.confirmed', data: { ...about(hypothesis), conclusion } }];
};

export const ruleOut: Deciding<{ conclusion: string }> = ({ hypothesisId, conclusion }, state) => {
  const hypothesis = hypothesisIn(state, hypothesisId);
  if (hypothesis.status === 'ruled-out') return already(hypothesis, conclusion);
  undecided(state, hypothesisId);
  return [{ type: 'hypothesis.ruled-out', data: { ...about(hypothesis), conclusion } }];
};

const STANDS = { confirmed: 'confirmed', 'ruled-out': 'ruled out' } as const;

/** Who concludes the same in other words must learn that their words were not kept. */
const already = (hypothesis: Extract<Hypothesis, { conclusion: string }>, conclusion: string): typeof NOTHING => {
  if (hypothesis.conclusion === conclusion) return NOTHING;
  throw new Refusal('conflict', `${nameOf(hypothesis)} is ${STANDS[hypothesis.status]} already.`, {
    current: { status: hypothesis.status, conclusion: hypothesis.conclusion, by: hypothesis.statusBy },
  });
};

export const reopen: Deciding<{ reason?: string | undefined } & Undoing> = (
  { hypothesisId, reason, undoOf },
  state,
  { actor },
) => {
  const hypothesis = hypothesisIn(state, hypothesisId);
  if (hypothesis.status === 'open' || hypothesis.status === 'testing') {
    throw new Refusal('conflict', `${nameOf(hypothesis)} is open already.`, {
      current: { status: hypothesis.status },
    });
  }
  if (undoOf === undefined && reason === undefined) throw invalid('reason', 'Say why it is open again.');
  const to = undoOf !== undefined && hypothesis.statusChange.from === 'testing' ? 'testing' : 'open';
  stepBack(hypothesis.statusChange, { field: 'status' }, { undoOf, actor, to });
  return [
    {
      type: 'hypothesis.reopened',
      data: { ...about(hypothesis), to, ...(reason === undefined ? {} : { reason }), ...takingBack(undoOf) },
    },
  ];
};

export const withdraw: Deciding<{ reason?: string | undefined } & Undoing> = (
  { hypothesisId, reason, undoOf },
  state,
  { actor },
) => {
  const hypothesis = hypothesisIn(state, hypothesisId);
  if (hypothesis.status === 'withdrawn') return NOTHING;
  undecided(state, hypothesisId);
  stepBack(hypothesis.statusChange, { field: 'status' }, { undoOf, actor, to: undefined });
  // Taking back what one suggested must not take away what others made of it.
  if (undoOf !== undefined && !isOnlyBy(actor.ref, hypothesis)) {
    throw new Refusal('conflict', `Others have worked on ${nameOf(hypothesis)} since; nothing was taken back.`);
  }
  return [
    {
      type: 'hypothesis.withdrawn',
      data: { ...about(hypothesis), ...(reason === undefined ? {} : { reason }), ...takingBack(undoOf) },
    },
  ];
};

const isOnlyBy = (ref: ActorRef, { textChange, evidence }: Hypothesis): boolean =>
  [textChange, ...evidence.map(({ change }) => change)].every((change) => change === undefined || change.by === ref);

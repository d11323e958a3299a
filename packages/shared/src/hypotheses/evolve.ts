import { changeBy } from '../kernel/changes.ts';
import type { Recorded } from '../kernel/event.ts';
import type { HypothesisId } from '../kernel/ids.ts';
import { appended } from '../kernel/lists.ts';
import type { HypothesisEvent } from './events.ts';
import type { Evidence, Hypotheses, Hypothesis, HypothesisStatus } from './state.ts';

type Event<T extends HypothesisEvent['type'] = HypothesisEvent['type']> = Recorded<
  Extract<HypothesisEvent, { type: `${T}` }>
>;

export const evolveHypotheses = (state: Hypotheses, event: Recorded<HypothesisEvent>): Hypotheses => {
  if (event.type === 'hypothesis.suggested') {
    return { ...state, items: appended(state.items, suggested(event)) };
  }
  const index = indexOf(state, event.data.hypothesisId);
  const before = state.items[index];
  if (before === undefined) return state;
  const after = changed(before, event);
  const items = state.items.with(index, after);
  return isProgress(before, after) ? { items, progressAt: event.at } : { ...state, items };
};

/** Folding never fails: of two with one id, which nobody decides, the newer is meant. */
const indexOf = ({ items }: Hypotheses, id: HypothesisId): number => items.findLastIndex((item) => item.id === id);

const isProgress = (before: Hypothesis, after: Hypothesis): boolean =>
  after.status !== before.status || after.evidence.length > before.evidence.length;

const suggested = (event: Event<'hypothesis.suggested'>): Hypothesis => ({
  id: event.data.hypothesisId,
  number: event.data.number,
  text: event.data.text,
  suggestedBy: event.actor,
  suggestedAt: event.at,
  evidence: [],
  statusChange: changeBy(event, undefined, { to: 'open' }),
  statusSince: event.at,
  statusBy: event.actor,
  status: 'open',
});

type Later = Exclude<Recorded<HypothesisEvent>, { type: 'hypothesis.suggested' }>;

const changed = (hypothesis: Hypothesis, event: Later): Hypothesis => {
  switch (event.type) {
    case 'hypothesis.reworded': {
      const { from, text } = event.data;
      return { ...hypothesis, text, textChange: changeBy(event, hypothesis.textChange, { from, to: text }) };
    }
    case 'hypothesis.test-started':
      return testing(hypothesis, event);
    case 'hypothesis.test-stopped':
      return { ...moved(hypothesis, 'open', event), status: 'open' };
    case 'hypothesis.confirmed':
      return { ...moved(hypothesis, 'confirmed', event), status: 'confirmed', conclusion: event.data.conclusion };
    case 'hypothesis.ruled-out':
      return { ...moved(hypothesis, 'ruled-out', event), status: 'ruled-out', conclusion: event.data.conclusion };
    case 'hypothesis.reopened': {
      const { test, ...rest } = moved(hypothesis, event.data.to, event);
      if (test === undefined) return { ...rest, status: 'open' };
      return { ...rest, test, status: event.data.to };
    }
    case 'hypothesis.withdrawn': {
      const { reason } = event.data;
      const rest = moved(hypothesis, 'withdrawn', event);
      return { ...rest, status: 'withdrawn', ...(reason === undefined ? {} : { reason }) };
    }
    case 'hypothesis.evidence-added':
      return { ...hypothesis, evidence: withEvidence(hypothesis.evidence, event) };
    case 'hypothesis.evidence-removed': {
      const { entryId } = event.data;
      return { ...hypothesis, evidence: hypothesis.evidence.filter((one) => one.entryId !== entryId) };
    }
  }
};

type Common = Omit<Hypothesis, 'status'>;

/** Without what belongs to the status that it had. */
const moved = (hypothesis: Hypothesis, to: HypothesisStatus, event: Later): Common => {
  const {
    status: from,
    conclusion: _conclusion,
    reason: _reason,
    ...rest
  } = hypothesis as Hypothesis & {
    conclusion?: string;
    reason?: string;
  };
  const statusChange = changeBy(event, hypothesis.statusChange, { from, to });
  return { ...rest, statusChange, statusSince: event.at, statusBy: event.actor };
};

const testing = (hypothesis: Hypothesis, event: Event<'hypothesis.test-started'>): Hypothesis => {
  const { tester, check, until } = event.data;
  const test = { tester, check, since: event.at, ...(until === undefined ? {} : { until }) };
  if (hypothesis.status === 'testing') {
    // What others do to a test that somebody began ends that person's way back.
    const statusChange = { ...hypothesis.statusChange, back: [] };
    return { ...hypothesis, statusChange, test };
  }
  return { ...moved(hypothesis, 'testing', event), status: 'testing', test };
};

const withEvidence = (all: readonly Evidence[], event: Event<'hypothesis.evidence-added'>): readonly Evidence[] => {
  const { entryId, stance } = event.data;
  const index = all.findIndex((one) => one.entryId === entryId);
  const before = all[index];
  const change = changeBy(event, before?.change, {
    to: stance,
    ...(before === undefined ? {} : { from: before.stance }),
  });
  const evidence = { entryId, stance, change };
  return before === undefined ? appended(all, evidence) : all.with(index, evidence);
};

import { describe, expect, it } from 'vitest';
import type { Room } from '../rooms/room.ts';
import { ROZ, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, foldFrozen, recordedIn, type Past } from '../testing/history.ts';
import {
  ABOUT,
  HYPOTHESIS,
  OTHER_HYPOTHESIS,
  confirmed,
  ruledOut,
  suggested,
  tested,
  withdrawn,
} from '../testing/hypotheses-past.ts';
import { DECLARED, INCIDENT } from '../testing/incident-past.ts';
import { MAX_EVIDENCE } from './decide-evidence.ts';
import type { Stance } from './events.ts';
import { causeOf } from './state.ts';

const entryId = testId(0x51);
const target = { incidentId: INCIDENT, hypothesisId: HYPOTHESIS };
const data = { ...ABOUT, entryId };

const WRITTEN: Past = { type: 'timeline.entry-added', data: { entryId, kind: 'finding', text: 'pool at 100 %' } };
const PAST = [DECLARED, WRITTEN, suggested()];
const added = (stance: Stance): Past => ({ type: 'hypothesis.evidence-added', data: { ...data, stance } });
const hypothesesAfter = (...past: readonly Past[]) =>
  (foldFrozen(`incident/${INCIDENT}`, recordedIn(`incident/${INCIDENT}`, past)) as Room).hypotheses;

describe('evidence', () => {
  it('[HYP-20] is an entry of the timeline, also one that Sitrep recorded', () => {
    given(PAST)
      .when('hypothesis.add-evidence', { ...target, entryId, stance: 'supports' }, { actor: ROZ.actor })
      .happens({ type: 'hypothesis.evidence-added', data: { ...data, stance: 'supports' } })
      .leadsTo(({ hypotheses }) =>
        expect(hypotheses.items[0]?.evidence).toMatchObject([
          { entryId, stance: 'supports', change: { by: ROZ.actor.ref, at: T0 + 3 * MINUTE } },
        ]),
      );
    const declaration = testId(0xe000);
    given(PAST)
      .when('hypothesis.add-evidence', { ...target, entryId: declaration, stance: 'contradicts' })
      .leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.evidence).toHaveLength(1));
  });

  it('[HYP-20] has to be there and stand', () => {
    given(PAST)
      .when('hypothesis.add-evidence', { ...target, entryId: testId(0x59), stance: 'supports' })
      .isRefused('not-found', 'no such entry');
    given([...PAST, { type: 'timeline.entry-retracted', data: { entryId } }])
      .when('hypothesis.add-evidence', { ...target, entryId, stance: 'supports' })
      .isRefused('conflict', 'retracted');
  });

  it('[HYP-21] changes sides, and counts once', () => {
    const past = [...PAST, added('supports')];
    given(past)
      .when('hypothesis.add-evidence', { ...target, entryId, stance: 'supports' })
      .happens();
    given(past)
      .when('hypothesis.add-evidence', { ...target, entryId, stance: 'contradicts' })
      .happens({ type: 'hypothesis.evidence-added', data: { ...data, from: 'supports', stance: 'contradicts' } })
      .leadsTo(({ hypotheses }) =>
        expect(hypotheses.items[0]?.evidence).toMatchObject([{ entryId, stance: 'contradicts' }]),
      );
  });

  it.each([
    ['tested', tested()],
    ['confirmed', confirmed()],
    ['ruled out', ruledOut()],
    ['withdrawn', withdrawn()],
  ])('[HYP-22] can be added and removed where it is %s', (_status, move) => {
    given([...PAST, move])
      .when('hypothesis.add-evidence', { ...target, entryId, stance: 'supports' })
      .leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.evidence).toHaveLength(1));
    given([...PAST, move, added('supports')])
      .when('hypothesis.remove-evidence', { ...target, entryId })
      .happens({ type: 'hypothesis.evidence-removed', data: { ...data, stance: 'supports' } })
      .leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.evidence).toEqual([]));
    given([...PAST, move])
      .when('hypothesis.remove-evidence', { ...target, entryId })
      .happens();
  });

  it('[HYP-23] has an end', () => {
    const many = Array.from({ length: MAX_EVIDENCE }, (_, index): Past => ({
      type: 'hypothesis.evidence-added',
      data: { ...ABOUT, entryId: testId(0x9000 + index), stance: 'supports' },
    }));
    given([...PAST, ...many])
      .when('hypothesis.add-evidence', { ...target, entryId, stance: 'supports' })
      .isRefused('conflict', '500 pieces of evidence at most. Remove some first, of H1');
  });
});

describe('progress', () => {
  const AT = T0 + 30 * MINUTE;
  const at = (past: Past): Past => ({ ...past, at: AT });
  const reopened: Past = {
    type: 'hypothesis.reopened',
    data: { ...ABOUT, to: 'open', reason: 'again' },
  };
  const reworded: Past = { type: 'hypothesis.reworded', data: { ...ABOUT, from: 'a' } };
  const removed: Past = { type: 'hypothesis.evidence-removed', data: { ...data, stance: 'supports' } };
  const stopped: Past = { type: 'hypothesis.test-stopped', data: ABOUT };

  it.each([
    ['a test that begins', [], tested()],
    ['a test that ends', [tested()], stopped],
    ['a confirmation', [], confirmed()],
    ['ruling out', [], ruledOut()],
    ['reopening', [confirmed()], reopened],
    ['withdrawing', [], withdrawn()],
    ['new evidence', [], added('supports')],
  ])('[HYP-30] is %s', (_what, before, past) => {
    expect(hypothesesAfter(...PAST, ...before, at(past)).progressAt).toBe(AT);
  });

  it.each([
    ['a suggestion', [], suggested()],
    ['a rewording', [], reworded],
    ['a test that is taken over', [tested()], tested(ROZ)],
    ['evidence that changes sides', [added('supports')], added('contradicts')],
    ['evidence that is removed', [added('supports')], removed],
  ])('[HYP-30] is not %s', (_what, before, past) => {
    const state = [...PAST, ...before];
    expect(hypothesesAfter(...state, at(past)).progressAt).toBe(hypothesesAfter(...state).progressAt);
  });
});

describe('the causes', () => {
  it('[HYP-31] are what is confirmed, the newest first', () => {
    const other = { hypothesisId: OTHER_HYPOTHESIS, number: 2, text: 'No retry budget' };
    const past: readonly Past[] = [
      ...PAST,
      { type: 'hypothesis.suggested', data: other },
      confirmed(),
      { type: 'hypothesis.confirmed', data: { ...other, conclusion: 'counted' } },
    ];
    expect(causeOf(hypothesesAfter(...past)).map(({ number }) => number)).toEqual([2, 1]);
    const again: Past = { type: 'hypothesis.reopened', data: { ...other, to: 'open', reason: 'no' } };
    expect(causeOf(hypothesesAfter(...past, again)).map(({ number }) => number)).toEqual([1]);
  });
});

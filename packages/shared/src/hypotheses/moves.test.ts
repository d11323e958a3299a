import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { ADA, REN, ROZ, testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { MINUTE, T0, type Past } from '../testing/history.ts';
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
import { DECLARED, INCIDENT, incidentAt } from '../testing/incident-past.ts';
import { MAX_HYPOTHESES } from './decide.ts';
import type { HypothesisStatus } from './state.ts';

const target = { incidentId: INCIDENT, hypothesisId: HYPOTHESIS };
const OPEN = [DECLARED, suggested()];

/** How a hypothesis comes to each status. */
const PASTS: Readonly<Record<HypothesisStatus, readonly Past[]>> = {
  open: OPEN,
  testing: [...OPEN, tested()],
  confirmed: [...OPEN, tested(), confirmed()],
  'ruled-out': [...OPEN, tested(), ruledOut()],
  withdrawn: [...OPEN, withdrawn()],
};
const STATUSES = Object.keys(PASTS) as HypothesisStatus[];

const MOVES = {
  'hypothesis.start-test': { to: 'testing', from: ['open', 'testing'], fields: { check: 'logs', takeOver: true } },
  'hypothesis.stop-test': { to: 'open', from: ['testing', 'open'], fields: {} },
  'hypothesis.confirm': { to: 'confirmed', from: ['open', 'testing'], fields: { conclusion: 'seen in the logs' } },
  'hypothesis.rule-out': { to: 'ruled-out', from: ['open', 'testing'], fields: { conclusion: 'seen in the logs' } },
  'hypothesis.withdraw': { to: 'withdrawn', from: ['open', 'testing', 'withdrawn'], fields: {} },
  'hypothesis.reopen': { to: 'open', from: ['confirmed', 'ruled-out', 'withdrawn'], fields: { reason: 'again' } },
} as const;
type Move = keyof typeof MOVES;

const matrix = (Object.keys(MOVES) as Move[]).flatMap((type) => STATUSES.map((status) => [type, status] as const));

describe('a hypothesis moves', () => {
  const moving = ([type, status]: (typeof matrix)[number]) =>
    given(PASTS[status]).when(type, { ...target, ...MOVES[type].fields });
  const isAllowed = ([type, status]: (typeof matrix)[number]) =>
    (MOVES[type].from as readonly string[]).includes(status);

  it.each(matrix.filter(isAllowed))('[HYP-1] by %s from %s', (...move) => {
    moving(move).leadsTo(({ hypotheses }) => expect(hypotheses.items[0]?.status).toBe(MOVES[move[0]].to));
  });

  it.each(matrix.filter((move) => !isAllowed(move)))('[HYP-1] not by %s from %s', (...move) => {
    assert(moving(move).isRefused('conflict', /^H1 /));
  });

  it.each([
    ['confirmed', 'is confirmed'],
    ['ruled-out', 'is ruled out'],
    ['withdrawn', 'was withdrawn'],
  ] as const)('[HYP-1] one that is %s says so where it is to be tested', (status, saying) => {
    given(PASTS[status])
      .when('hypothesis.start-test', { ...target, check: 'logs' })
      .isRefused('conflict', `H1 ${saying}. Reopen it first.`, { current: { status } });
  });

  it('[HYP-1] reopening takes a reason', () => {
    given(PASTS.confirmed).when('hypothesis.reopen', target).isRefused('invalid', 'Say why');
    given(PASTS.confirmed)
      .when('hypothesis.reopen', { ...target, reason: 'It came back' })
      .happens({
        type: 'hypothesis.reopened',
        data: { ...ABOUT, to: 'open', reason: 'It came back' },
      })
      .leadsTo(({ hypotheses }) => {
        const [hypothesis] = hypotheses.items;
        expect(hypothesis).not.toHaveProperty('conclusion');
        expect(hypothesis).toMatchObject({ statusBy: ADA.actor.ref, statusSince: T0 + 4 * MINUTE });
      });
  });

  it('[HYP-5] what is so already makes nothing happen', () => {
    given(PASTS.open).when('hypothesis.stop-test', target).happens();
    given(PASTS.withdrawn).when('hypothesis.withdraw', target).happens();
    given(PASTS.confirmed)
      .when('hypothesis.confirm', { ...target, conclusion: 'all are in use' })
      .happens();
    given(PASTS['ruled-out'])
      .when('hypothesis.rule-out', { ...target, conclusion: 'half are idle' })
      .happens();
  });

  it('[HYP-5] another conclusion to the same is a conflict that carries the one that stands', () => {
    const current = { status: 'confirmed', conclusion: 'all are in use', by: REN.actor.ref };
    given(PASTS.confirmed)
      .when('hypothesis.confirm', { ...target, conclusion: 'the logs say so' })
      .isRefused('conflict', 'H1 is confirmed already', { current });
    given(PASTS['ruled-out'])
      .when('hypothesis.rule-out', { ...target, conclusion: 'the logs say so' })
      .isRefused('conflict', 'H1 is ruled out already');
  });
});

describe('a suggestion', () => {
  it('[HYP-2] gets the next number, also after one was withdrawn', () => {
    given([DECLARED])
      .when('hypothesis.suggest', { ...target, text: '  The pool\n is too small ' })
      .happens({
        type: 'hypothesis.suggested',
        data: ABOUT,
      });
    given(PASTS.withdrawn)
      .when('hypothesis.suggest', { ...target, hypothesisId: OTHER_HYPOTHESIS, text: 'DNS' })
      .happens({ type: 'hypothesis.suggested', data: { hypothesisId: OTHER_HYPOTHESIS, number: 2, text: 'DNS' } });
  });

  it('[HYP-3] has a text within bounds', () => {
    const suggesting = (text: string) => given([DECLARED]).when('hypothesis.suggest', { ...target, text });
    suggesting(' ').isRefused('invalid');
    suggesting('x'.repeat(300)).leadsTo(({ hypotheses }) => expect(hypotheses.items).toHaveLength(1));
    suggesting('x'.repeat(301)).isRefused('invalid');
    for (const [type, fields] of [
      ['hypothesis.start-test', { check: 'x'.repeat(501) }],
      ['hypothesis.confirm', { conclusion: 'x'.repeat(501) }],
      ['hypothesis.rule-out', { conclusion: '' }],
      ['hypothesis.reopen', { reason: 'x'.repeat(501) }],
    ] as const) {
      given(OPEN)
        .when(type, { ...target, ...fields })
        .isRefused('invalid');
    }
  });

  it('[HYP-4] is one of 200 at most', () => {
    const full = Array.from({ length: MAX_HYPOTHESES }, (_, index): Past => ({
      type: 'hypothesis.suggested',
      data: { hypothesisId: testId(0x9000 + index), number: index + 1, text: 'x' },
    }));
    given([DECLARED, ...full])
      .when('hypothesis.suggest', { ...target, text: 'one more' })
      .isRefused('conflict', '200 hypotheses at most');
  });

  it('[HYP-6] belongs to an open incident, with an id of its own', () => {
    const suggestion = { ...target, text: 'DNS' };
    given([]).when('hypothesis.suggest', suggestion).isRefused('not-found', 'no such incident');
    given(incidentAt('closed'))
      .when('hypothesis.suggest', suggestion)
      .isRefused('conflict', /closed/, { current: { status: 'closed' } });
    given(OPEN).when('hypothesis.suggest', suggestion).isRefused('conflict', 'this id already');
    given([DECLARED])
      .when('hypothesis.confirm', { ...target, conclusion: 'x' })
      .isRefused('not-found', 'no such hypothesis');
    given([...incidentAt('closed'), suggested()])
      .when('hypothesis.confirm', { ...target, conclusion: 'x' })
      .isRefused('conflict', 'is closed');
  });

  it('[HYP-7] can be reworded while it is undecided, not over what one has not seen', () => {
    given(PASTS.testing)
      .when('hypothesis.reword', { ...target, text: 'The pool leaks', base: 'The pool is too small' })
      .happens({
        type: 'hypothesis.reworded',
        data: { ...ABOUT, text: 'The pool leaks', from: 'The pool is too small' },
      })
      .leadsTo(({ hypotheses }) => expect(hypotheses.items[0]).toMatchObject({ text: 'The pool leaks' }));
    given(OPEN)
      .when('hypothesis.reword', { ...target, text: 'The pool is too small', base: 'stale' })
      .happens();
    given(OPEN)
      .when('hypothesis.reword', { ...target, text: 'The pool leaks', base: 'stale' }, { actor: ROZ.actor })
      .isRefused('conflict', 'reworded meanwhile', { current: { text: 'The pool is too small' } });
    given(PASTS.confirmed)
      .when('hypothesis.reword', { ...target, text: 'The pool leaks' })
      .isRefused('conflict', 'is confirmed');
  });
});

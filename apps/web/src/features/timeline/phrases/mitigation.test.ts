import type { HypothesisId, MitigationId, ObjectionId, UserId } from '@sitrep/shared/kernel/ids';
import type { Plan } from '@sitrep/shared/mitigations/events';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { en } from '../../../messages/en.ts';
import { mitigationPhrase } from './mitigation.ts';
import type { FactsOf, Wording } from './wording.ts';

const ANA = 'ana' as UserId;
const BO = 'bo' as UserId;
const names: Record<string, string> = { ana: 'Ana', bo: 'Bo' };

const words: Wording = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'phrases' }),
  actor: (ref) => names[ref.slice('user/'.length)] ?? 'Sitrep',
  person: (id) => names[id ?? ''] ?? 'Somebody',
  status: (status) => status,
  role: (role) => role,
  milestone: (milestone) => milestone,
  time: (at) => `t${at}`,
};

const mitigationId = 'm' as MitigationId;
const objectionId = 'o' as ObjectionId;
const about = { mitigationId, number: 2, title: 'rolling restart' };
const plan: Plan = {
  title: 'rolling restart',
  expectedSignal: '',
  risk: 'low',
  services: [],
  steps: '',
  rollback: '',
  hypothesisId: 'h' as HypothesisId,
};
const approval = { ...about, revision: 1, despite: [], collisions: [] };

const table: readonly [fact: FactsOf<'mitigation'>, sentence: string][] = [
  [{ type: 'mitigation.proposed', data: { mitigationId, number: 2, plan } }, 'Ana proposed M2: rolling restart'],
  [
    { type: 'mitigation.amended', data: { ...about, revision: 2, plan, changed: ['rollback', 'timeBox'] } },
    'Ana amended M2 “rolling restart”: rollback, time-box',
  ],
  [
    { type: 'mitigation.objected', data: { ...about, objectionId, reason: 'too early' } },
    'Ana objects to M2 “rolling restart”: too early',
  ],
  [
    { type: 'mitigation.objection-withdrawn', data: { ...about, objectionId } },
    'Ana withdrew the objection to M2 “rolling restart”',
  ],
  [{ type: 'mitigation.approved', data: { ...approval, owner: BO } }, 'Ana polled: rolling restart (M2). Bo proceeds'],
  [
    {
      type: 'mitigation.approved',
      data: { ...approval, owner: BO, note: 'one zone', despite: [objectionId], collisions: [mitigationId] },
    },
    'Ana polled: rolling restart (M2). Bo proceeds, despite 1 objection, knowing of 1 collision: one zone',
  ],
  [
    { type: 'mitigation.approved', data: { ...approval, despite: [objectionId, 'p' as ObjectionId] } },
    'Ana polled: rolling restart (M2). Approved, whoever starts it proceeds, despite 2 objections',
  ],
  [
    { type: 'mitigation.rejected', data: { ...about, reason: 'too risky' } },
    'Ana rejected M2 “rolling restart”: too risky',
  ],
  [{ type: 'mitigation.withdrawn', data: about }, 'Ana withdrew M2 “rolling restart”'],
  [
    { type: 'mitigation.withdrawn', data: { ...about, reason: 'not needed' } },
    'Ana withdrew M2 “rolling restart”: not needed',
  ],
  [{ type: 'mitigation.started', data: { ...about, executor: ANA } }, 'Ana began to execute M2 “rolling restart”'],
  [
    { type: 'mitigation.started', data: { ...about, executor: BO } },
    'Ana started M2 “rolling restart”: Bo executes it',
  ],
  [
    { type: 'mitigation.executed', data: { ...about, seen: 'all new' } },
    'Ana: M2 “rolling restart” is executed: all new',
  ],
  [
    { type: 'mitigation.verified', data: { ...about, outcome: 'effective', seen: 'no errors' } },
    'Ana: M2 “rolling restart” is effective: no errors',
  ],
  [
    { type: 'mitigation.verified', data: { ...about, outcome: 'rolled-back', seen: 'as before' } },
    'Ana: M2 “rolling restart” is rolled back: as before',
  ],
  [{ type: 'mitigation.halted', data: about }, 'Ana halted M2 “rolling restart”'],
  [
    { type: 'mitigation.halted', data: { ...about, reason: 'errors rise' } },
    'Ana halted M2 “rolling restart”: errors rise',
  ],
  [
    {
      type: 'mitigation.recorded-uncoordinated',
      data: { mitigationId, number: 2, plan, reason: 'disk full', doneAt: 5 },
    },
    'Uncoordinated change M2 “rolling restart”, made at t5: disk full',
  ],
  [
    {
      type: 'mitigation.recorded-uncoordinated',
      data: { mitigationId, number: 2, plan, reason: 'disk full', doneAt: 5, doneBy: BO },
    },
    'Uncoordinated change M2 “rolling restart”, made by Bo at t5: disk full',
  ],
];

describe('phrases of the ledger', () => {
  it.each(table.map(([fact, sentence]) => [sentence, fact] as const))('%s', (sentence, fact) => {
    expect(mitigationPhrase(fact, { fact, by: 'user/ana', more: 0 }, words)).toBe(sentence);
  });
});

import type { CriterionId, LinkId } from '@sitrep/shared/kernel/ids';
import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { en } from '../../../messages/en.ts';
import { situationPhrase } from './situation.ts';
import type { FactsOf, Wording } from './wording.ts';

const words = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'phrases' }),
  actor: () => 'Ana',
  time: () => 'at 14:35',
} as unknown as Wording;

const criterion = { criterionId: 'c' as CriterionId, text: 'Errors below 1 %' };
const link = { linkId: 'l' as LinkId, kind: 'bridge', label: '', url: 'https://meet.example.com' } as const;
const impact = (
  changes: Extract<FactsOf<'situation'>, { type: 'situation.impact-changed' }>['data']['changes'],
): FactsOf<'situation'> => ({ type: 'situation.impact-changed', data: { revision: 1, changes, before: {} } });
const attention = (expected: boolean, reason?: string): FactsOf<'situation'> => ({
  type: 'situation.attention-set',
  data: { expected, ...(reason === undefined ? {} : { reason }), before: { expected: !expected } },
});

const table: readonly [fact: FactsOf<'situation'>, sentence: string][] = [
  [impact({ users: 'Nobody can pay', trend: 'worse' }), 'Ana on the impact: users: Nobody can pay; it gets worse'],
  [
    impact({ business: '', numbers: [{ label: 'failed', value: '38 %' }], startedAt: 1, endedAt: null }),
    'Ana on the impact: business: nothing any more; failed 38 %; it began at 14:35; it has not ended',
  ],
  [impact({ numbers: [], trend: null }), 'Ana on the impact: no numbers any more; where it goes is not known'],
  [{ type: 'situation.objectives-changed', data: { from: '', to: 'Serve' } }, 'Ana wrote the objectives: Serve'],
  [{ type: 'situation.objectives-changed', data: { from: 'A', to: 'B' } }, 'Ana changed the objectives to: B'],
  [{ type: 'situation.objectives-changed', data: { from: 'A', to: '' } }, 'Ana removed the objectives'],
  [{ type: 'situation.criterion-added', data: criterion }, 'Ana added an exit criterion: Errors below 1 %'],
  [
    { type: 'situation.criterion-reworded', data: { criterionId: criterion.criterionId, from: 'a', to: 'b' } },
    'Ana reworded an exit criterion from “a” to “b”',
  ],
  [{ type: 'situation.criterion-met', data: criterion }, 'Ana ticked an exit criterion: Errors below 1 %'],
  [{ type: 'situation.criterion-unmet', data: criterion }, 'Ana unticked an exit criterion: Errors below 1 %'],
  [{ type: 'situation.criterion-removed', data: criterion }, 'Ana removed an exit criterion: Errors below 1 %'],
  [{ type: 'situation.link-added', data: link }, 'Ana added a link, call: https://meet.example.com'],
  [{ type: 'situation.link-removed', data: { ...link, label: 'War room' } }, 'Ana removed a link, call: War room'],
  [attention(true), 'Ana expects public attention'],
  [attention(true, 'press'), 'Ana expects public attention: press'],
  [attention(false), 'Ana expects no public attention any more'],
  [attention(false, 'calm'), 'Ana expects no public attention any more: calm'],
  [{ type: 'situation.postmortem-scheduled', data: { meetsAt: 1 } }, 'Ana scheduled the post-mortem meeting: at 14:35'],
];

it.each(table)('[SIT-45] $type is told in a sentence', (fact, sentence) => {
  expect(situationPhrase(fact, { fact, by: 'user/ana', more: 0 }, words)).toBe(sentence);
});

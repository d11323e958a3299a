import type { EntryId, HypothesisId, UserId } from '@sitrep/shared/kernel/ids';
import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { en } from '../../../messages/en.ts';
import { hypothesisPhrase } from './hypothesis.ts';
import type { FactsOf, Wording } from './wording.ts';

const ANA = 'ana' as UserId;
const BO = 'bo' as UserId;
const names: Record<string, string> = { ana: 'Ana', bo: 'Bo' };
const words = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'phrases' }),
  actor: (ref: string) => names[ref.slice('user/'.length)] ?? 'Sitrep',
  person: (id: UserId | undefined) => names[id ?? ''] ?? 'Somebody',
} as unknown as Wording;

const about = { hypothesisId: 'h' as HypothesisId, number: 1, text: 'Pool' };
const test = { ...about, check: 'logs' };
const evidence = { ...about, entryId: 'e' as EntryId };

const table: readonly [fact: FactsOf<'hypothesis'>, sentence: string][] = [
  [{ type: 'hypothesis.suggested', data: about }, 'Ana suspects H1: Pool'],
  [{ type: 'hypothesis.reworded', data: { ...about, from: 'Pol' } }, 'Ana reworded H1 from “Pol” to “Pool”'],
  [{ type: 'hypothesis.test-started', data: { ...test, tester: ANA } }, 'Ana tests H1 “Pool”: logs'],
  [{ type: 'hypothesis.test-started', data: { ...test, tester: BO } }, 'Ana asked Bo to test H1 “Pool”: logs'],
  [
    { type: 'hypothesis.test-started', data: { ...test, from: BO, tester: ANA } },
    'Ana took over the test of H1 “Pool” from Bo: logs',
  ],
  [
    { type: 'hypothesis.test-started', data: { ...test, from: ANA, tester: ANA } },
    'Ana goes on testing H1 “Pool”: logs',
  ],
  [{ type: 'hypothesis.test-stopped', data: about }, 'Ana stopped the test of H1 “Pool”'],
  [
    { type: 'hypothesis.test-stopped', data: { ...about, reason: 'no access' } },
    'Ana stopped the test of H1 “Pool”: no access',
  ],
  [{ type: 'hypothesis.confirmed', data: { ...about, conclusion: 'full' } }, 'Ana confirmed H1 “Pool”: full'],
  [{ type: 'hypothesis.ruled-out', data: { ...about, conclusion: 'idle' } }, 'Ana ruled out H1 “Pool”: idle'],
  [{ type: 'hypothesis.reopened', data: { ...about, to: 'open' } }, 'Ana reopened H1 “Pool”'],
  [{ type: 'hypothesis.reopened', data: { ...about, to: 'open', reason: 'again' } }, 'Ana reopened H1 “Pool”: again'],
  [
    { type: 'hypothesis.evidence-added', data: { ...evidence, stance: 'supports' } },
    'Ana added evidence that supports H1 “Pool”',
  ],
  [
    { type: 'hypothesis.evidence-added', data: { ...evidence, from: 'supports', stance: 'contradicts' } },
    'Ana took evidence to contradict H1 “Pool” after all',
  ],
  [
    { type: 'hypothesis.evidence-removed', data: { ...evidence, stance: 'supports' } },
    'Ana removed evidence from H1 “Pool”',
  ],
  [{ type: 'hypothesis.withdrawn', data: about }, 'Ana withdrew H1 “Pool”'],
  [{ type: 'hypothesis.withdrawn', data: { ...about, reason: 'twice' } }, 'Ana withdrew H1 “Pool”: twice'],
];

it.each(table)('[HYP-50] $type is told in a sentence', (fact, sentence) => {
  expect(hypothesisPhrase(fact, { fact, by: 'user/ana', more: 0 }, words)).toBe(sentence);
});

import type { EntryId, FollowUpId, TaskId, UserId } from '@sitrep/shared/kernel/ids';
import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { en } from '../../../messages/en.ts';
import { checklistPhrase } from './checklist.ts';
import { taskPhrase } from './task.ts';
import type { FactsOf, Wording } from './wording.ts';

const ANA = 'ana' as UserId;
const BO = 'bo' as UserId;
const CY = 'cy' as UserId;
const names: Record<string, string> = { ana: 'Ana', bo: 'Bo', cy: 'Cy' };
const words = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'phrases' }),
  actor: (ref: string) => names[ref.slice('user/'.length)] ?? 'Sitrep',
  person: (id: UserId | undefined) => names[id ?? ''] ?? 'Somebody',
  time: (at: number) => `t${at}`,
} as unknown as Wording;

const about = { taskId: 't' as TaskId, number: 3, text: 'check db' };
const later = { followUpId: 'f' as FollowUpId, text: 'add an alert' };

const table: readonly [fact: FactsOf<'task' | 'follow-up'>, sentence: string][] = [
  [{ type: 'task.assigned', data: { ...about, assignee: BO } }, 'Ana gave Bo T3: check db'],
  [{ type: 'task.assigned', data: { ...about, assignee: BO, dueAt: 1 } }, 'Ana gave Bo T3, due t1: check db'],
  [{ type: 'task.assigned', data: { ...about, assignee: ANA } }, 'Ana took on T3: check db'],
  [{ type: 'task.assigned', data: { ...about, assignee: ANA, dueAt: 1 } }, 'Ana took on T3, due t1: check db'],
  [{ type: 'task.reassigned', data: { ...about, from: BO, to: CY } }, 'Ana gave T3 “check db” to Cy instead of Bo'],
  [{ type: 'task.reassigned', data: { ...about, from: ANA, to: CY } }, 'Ana handed T3 “check db” on to Cy'],
  [{ type: 'task.reassigned', data: { ...about, from: BO, to: ANA } }, 'Ana took over T3 “check db” from Bo'],
  [{ type: 'task.extended', data: { ...about, dueAt: 1 } }, 'Ana gave T3 “check db” until t1'],
  [{ type: 'task.extended', data: { ...about, from: 1 } }, 'Ana took the time-box off T3 “check db”'],
  [{ type: 'task.acknowledged', data: about }, 'Ana is at T3 “check db”'],
  [{ type: 'task.done', data: about }, 'Ana finished T3 “check db”'],
  [{ type: 'task.done', data: { ...about, result: 'fine' } }, 'Ana finished T3 “check db”: fine'],
  [{ type: 'task.failed', data: { ...about, reason: 'no access' } }, 'Ana cannot do T3 “check db”: no access'],
  [{ type: 'task.cancelled', data: about }, 'Ana cancelled T3 “check db”'],
  [{ type: 'task.cancelled', data: { ...about, reason: 'solved' } }, 'Ana cancelled T3 “check db”: solved'],
  [{ type: 'task.reopened', data: about }, 'Ana reopened T3 “check db”'],
  [{ type: 'follow-up.kept', data: { ...later, entryId: 'e' as EntryId } }, 'Ana kept for later: add an alert'],
  [{ type: 'follow-up.dropped', data: later }, 'Ana dropped “add an alert” from what is kept for later'],
  [
    { type: 'follow-up.dropped', data: { ...later, reason: 'is there' } },
    'Ana dropped “add an alert” from what is kept for later: is there',
  ],
];

it.each(table)('[TASK-45] $type is told in a sentence', (fact, sentence) => {
  expect(taskPhrase(fact, { fact, by: 'user/ana', more: 0 }, words)).toBe(sentence);
});

const MINUTE = 60_000;
it.each([
  [
    { type: 'task.assigned', data: { ...about, assignee: BO, dueAt: 20 * MINUTE } },
    'Ana gave Bo 10 min for T3: check db',
  ],
  [
    { type: 'task.assigned', data: { ...about, assignee: ANA, dueAt: 20 * MINUTE } },
    'Ana took 10 min for T3: check db',
  ],
  [
    { type: 'task.extended', data: { ...about, from: 1, dueAt: 20 * MINUTE } },
    'Ana gave T3 “check db” 10 more minutes',
  ],
  [
    { type: 'task.extended', data: { ...about, from: 15 * MINUTE, dueAt: 20 * MINUTE } },
    'Ana gave T3 “check db” 5 more minutes',
  ],
] as readonly [FactsOf<'task'>, string][])('[TASK-45] $type says how long, where that is short', (fact, sentence) => {
  const entry = { fact, by: 'user/ana', more: 0, recordedAt: 10 * MINUTE } as const;
  expect(taskPhrase(fact, entry, words)).toBe(sentence);
});

const step = { checklistId: 'sev1-detection', stepId: 'one', text: 'Call is open' };

it.each([
  [{ type: 'checklist.step-ticked', data: step }, 'Ana ticked “Call is open”'],
  [{ type: 'checklist.step-unticked', data: step }, 'Ana opened “Call is open” again'],
  [{ type: 'checklist.step-skipped', data: { ...step, reason: 'no call' } }, 'Ana skipped “Call is open”: no call'],
] as readonly [FactsOf<'checklist'>, string][])('[CHK-12] $type is told in a sentence', (fact, sentence) => {
  expect(checklistPhrase(fact, { fact, by: 'user/ana', more: 0 }, words)).toBe(sentence);
});

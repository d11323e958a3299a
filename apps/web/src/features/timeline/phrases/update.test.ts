import type { UpdateId, UserId } from '@sitrep/shared/kernel/ids';
import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import { en } from '../../../messages/en.ts';
import { updatePhrase } from './update.ts';
import type { FactsOf, Wording } from './wording.ts';

const ANA = 'ana' as UserId;
const words = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'phrases' }),
  actor: () => 'Ana',
  person: (id: UserId | undefined) => (id === ANA ? 'Ana' : 'Somebody'),
} as unknown as Wording;

const updateId = 'u' as UpdateId;
const content = { text: 'Logins fail.', components: [] };
const table: readonly (readonly [FactsOf<'update'>, string])[] = [
  [{ type: 'update.approval-requested', data: { updateId } }, 'Ana asked for approval of a public update'],
  [{ type: 'update.approved', data: { updateId, revision: 1 } }, 'Ana approved the public update'],
  [
    { type: 'update.changes-requested', data: { updateId, reason: 'for whom?' } },
    'Ana asked for changes to the public update: for whom?',
  ],
  [{ type: 'update.held', data: { updateId, audience: 'internal' } }, 'Ana held the internal update'],
  [{ type: 'update.held', data: { updateId, audience: 'external' } }, 'Ana held the public update'],
  [
    { type: 'update.published', data: { updateId, audience: 'internal', content, publishedBy: ANA } },
    'Ana told the organisation: Logins fail.',
  ],
  [
    { type: 'update.published', data: { updateId, audience: 'external', content } },
    'Somebody told customers: Logins fail.',
  ],
  [
    {
      type: 'update.published',
      data: { updateId, audience: 'external', content, publishedBy: ANA, withoutApproval: 'Cai flies' },
    },
    'Ana told customers, without approval because “Cai flies”: Logins fail.',
  ],
];

it.each(table)('[UPD-47] %j reads: %s', (fact, sentence) => {
  expect(updatePhrase(fact, { fact, by: 'user/ana', more: 0 }, words)).toBe(sentence);
});

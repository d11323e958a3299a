import type { Brief } from '@sitrep/shared/rooms/brief';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { en } from '../../messages/en.ts';
import { briefText, type BriefWording } from './brief-text.ts';

const wording: BriefWording = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'brief' }),
  words: createTranslator({ locale: 'en', messages: en, namespace: 'words' }),
  age: (ms) => `${ms / 60_000} min`,
  person: () => 'Ana',
};

const minutes = (count: number): number => count * 60_000;

const base: Brief = {
  key: 'INC-2026-0042',
  severity: 1,
  title: 'Checkout answers with errors',
  status: 'mitigating',
  lastedMs: minutes(41),
  services: ['checkout', 'payments'],
  moreServices: 0,
  needs: [],
  wanted: [],
};

describe('the sentence of the brief', () => {
  it('[BRIEF-10] names condition, actions and needs, in this order', () => {
    const brief: Brief = {
      ...base,
      impact: { text: 'half of all orders fail', confidence: 'believed' },
      commander: 'ana' as UserId,
      action: { kind: 'decision', text: 'roll back to 77', agoMs: minutes(6) },
      needs: ['communications-lead', 'decision'],
    };
    expect(briefText(brief, wording, 'chat')).toBe(
      'SEV1 INC-2026-0042 “Checkout answers with errors” on checkout and payments, mitigating for 41 min; ' +
        'impact, believed: half of all orders fail; Ana commands; decided 6 min ago: roll back to 77; ' +
        'needs a communications lead and a decision: none for 30 minutes.',
    );
  });

  it('[BRIEF-10] names what is being tried, what is asked for and when the next update is due', () => {
    const brief: Brief = {
      ...base,
      services: [],
      impact: { text: 'half of all orders fail', trend: 'worse' },
      commander: 'ana' as UserId,
      plan: { status: 'executing', text: 'roll back to 77', more: 1 },
      testing: { text: 'the pool is too small', more: 0 },
      needs: ['communications-lead'],
      wanted: ['a database engineer'],
      updateInMs: minutes(6),
    };
    expect(briefText(brief, wording, 'chat')).toBe(
      'SEV1 INC-2026-0042 “Checkout answers with errors”, mitigating for 41 min; ' +
        'impact: half of all orders fail, getting worse; Ana commands; being done: roll back to 77 and 1 more; ' +
        'being tested: the pool is too small; needs a communications lead and a database engineer; ' +
        'next update in 6 min.',
    );
    const late: Brief = {
      ...base,
      services: [],
      plan: { status: 'approved', text: 'x', more: 0 },
      updateInMs: -60_000,
    };
    expect(briefText(late, wording, 'chat')).toMatch(/; about to be done: x; the update is 1 min overdue\.$/);
  });

  it('[BRIEF-11] leaves out what is not known', () => {
    const brief: Brief = { ...base, severity: 3, services: [], status: 'resolved', needs: [] };
    expect(briefText(brief, wording, 'chat')).toBe(
      'SEV3 INC-2026-0042 “Checkout answers with errors”, resolved after 41 min.',
    );
    expect(briefText({ ...base, moreServices: 2, needs: ['commander'] }, wording, 'chat')).toBe(
      'SEV1 INC-2026-0042 “Checkout answers with errors” on checkout, payments and 2 more, mitigating for 41 min; ' +
        'needs a commander.',
    );
  });

  it('[BRIEF-12] is spoken without key and quotation marks', () => {
    expect(briefText({ ...base, services: [] }, wording, 'spoken')).toBe(
      'Severity 1: Checkout answers with errors, mitigating for 41 min.',
    );
  });
});

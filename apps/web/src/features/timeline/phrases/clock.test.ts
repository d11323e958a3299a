import { CLOCKS, type ClockName } from '@sitrep/shared/clocks/values';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { en } from '../../../messages/en.ts';
import { clockPhrase } from './clock.ts';
import type { FactsOf, Wording } from './wording.ts';

const words = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'phrases' }),
  actor: (ref: string) => (ref === 'user/ana' ? 'Ana' : 'Sitrep'),
  time: (at: number) => `t${at}`,
} as unknown as Wording;
const progress = { clock: 'no-progress', startedAt: 10 } as const;
const task = { clock: 'task', subject: 't', label: 'T3: check db', startedAt: 10 } as const;
const sentence = (fact: FactsOf<'clock' | 'escalation'>, more = 0, recordedAt = 0): string =>
  clockPhrase(fact, { fact, by: 'user/ana', more, recordedAt }, words);
const ranOut = (clock: ClockName, recordedAt = 1_800_010): string => {
  const data = { clock, label: 'T3: check db', startedAt: 10, dueAt: 1_800_010, escalates: false };
  return sentence({ type: 'clock.ran-out', data }, 0, recordedAt);
};

describe('[CLK-51] a clock that ran out', () => {
  it.each(CLOCKS)('%s has a sentence of its own', (clock) => {
    expect(ranOut(clock)).toMatch(/^[A-Z].+[^.]$/);
  });

  it('tells how long, since when, and of what', () => {
    expect(ranOut('no-progress')).toBe('No progress for 30 min');
    expect(ranOut('long-command')).toBe('The commander has led since t10: time to hand over');
    expect(ranOut('task')).toBe('A task is overdue: T3: check db');
  });

  it('tells when it was due, where that was noticed late', () => {
    expect(ranOut('public-update', 1_859_999)).toBe('A public update is overdue');
    expect(ranOut('public-update', 1_860_010)).toBe('A public update is overdue. It was due at t1800010');
  });
});

describe('deferring, calling out, escalating', () => {
  it('[CLK-60] names clock, time and reason', () => {
    const data = { ...progress, dueAt: 40, until: 70, reason: 'a restart' };
    expect(sentence({ type: 'clock.deferred', data })).toBe('Ana deferred the clock “no progress” to t70: a restart');
  });

  it('[CLK-70] counts how often', () => {
    const data = {
      timers: [
        { ...progress, dueAt: 40 },
        { ...task, dueAt: 50 },
      ],
      news: true,
    };
    const told = (more: number) => sentence({ type: 'clock.called-out', data }, more);
    expect(told(0)).toBe('Called out to commander and deputy: no progress, task T3: check db');
    expect(told(1)).toBe('Called out to commander and deputy twice: no progress, task T3: check db');
    expect(told(5)).toBe('Called out to commander and deputy, 6 times: no progress, task T3: check db');
  });

  it('[CLK-52] [CLK-72] tells who or what escalated it', () => {
    expect(sentence({ type: 'escalation.raised', data: { reason: 'many customers' } })).toBe(
      'Ana escalated the incident: many customers',
    );
    expect(sentence({ type: 'escalation.raised', data: { cause: progress } })).toBe(
      'The incident is escalated by its clock “no progress”',
    );
    expect(sentence({ type: 'escalation.ended', data: { reason: 'help is here' } })).toBe(
      'Ana stood the escalation down: help is here',
    );
  });
});

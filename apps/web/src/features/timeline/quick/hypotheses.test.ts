import type { Incident } from '@sitrep/shared/incidents/state';
import type { HypothesisId, UserId } from '@sitrep/shared/kernel/ids';
import { emptyParts } from '@sitrep/shared/rooms/room';
import { expect, it } from 'vitest';
import type { QuickContext } from './area.ts';
import { hypothesesArea } from './hypotheses.ts';

const BO = 'bo-id' as UserId;
const H1 = { id: 'h1' as HypothesisId, number: 1, text: 'Pool' };
const context = {
  now: 0,
  incident: {} as Incident,
  parts: { ...emptyParts, hypotheses: { items: [H1] } },
  me: 'me' as UserId,
  personOf: (handle: string) => (handle === 'bo' ? BO : undefined),
} as unknown as QuickContext;

const parse = (line: string) => {
  const [, name = '', rest = ''] = /^\/(\w+) ?(.*)$/su.exec(line) ?? [];
  return hypothesesArea.parse(name as 'hypo', rest, context);
};
const about = { number: 1, text: 'Pool' };
const TEN_MINUTES = { forMs: 600_000 };

it.each([
  ['/hypo The pool is too small', 'hypothesis.suggest', { text: 'The pool is too small' }, 'hypo', {}],
  [
    '/test H1 connections per pod',
    'hypothesis.start-test',
    { hypothesisId: 'h1', check: 'connections per pod', ...TEN_MINUTES },
    'test',
    { ...about, minutes: 10 },
  ],
  [
    '/test 1 @Bo 5m logs',
    'hypothesis.start-test',
    { hypothesisId: 'h1', check: 'logs', forMs: 300_000, tester: BO },
    'testBy',
    { ...about, minutes: 5, handle: 'bo' },
  ],
  [
    '/test h1 1h @bo logs of @ana',
    'hypothesis.start-test',
    { hypothesisId: 'h1', check: 'logs of @ana', forMs: 3_600_000, tester: BO },
    'testBy',
    { ...about, minutes: 60, handle: 'bo' },
  ],
  ['/confirm H1 all used', 'hypothesis.confirm', { hypothesisId: 'h1', conclusion: 'all used' }, 'confirm', about],
  ['/ruleout H1 half idle', 'hypothesis.rule-out', { hypothesisId: 'h1', conclusion: 'half idle' }, 'ruleout', about],
])('[HYP-52] %s', (line, type, command, says, values) => {
  expect(parse(line)).toEqual({ does: 'send', type, command, says, values });
});

it.each([
  ['/hypo', { code: 'usage', command: 'hypo' }],
  ['/test', { code: 'usage', command: 'test' }],
  ['/test H1', { code: 'usage', command: 'test' }],
  ['/test H1 @bo 10m', { code: 'usage', command: 'test' }],
  ['/test pool logs', { code: 'usage', command: 'test' }],
  ['/confirm H1', { code: 'usage', command: 'confirm' }],
  ['/ruleout H7 half idle', { code: 'number-unknown', value: 'H7' }],
  ['/test H1 @zoe logs', { code: 'handle-unknown', value: 'zoe' }],
])('[HYP-52] %s says what is wrong', (line, problem) => {
  expect(parse(line)).toEqual({ does: 'explain', problem });
});

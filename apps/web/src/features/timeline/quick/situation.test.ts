import type { Incident } from '@sitrep/shared/incidents/state';
import type { CriterionId, UserId } from '@sitrep/shared/kernel/ids';
import { emptyParts } from '@sitrep/shared/rooms/room';
import { emptySituation, NO_IMPACT } from '@sitrep/shared/situation/state';
import { expect, it } from 'vitest';
import type { QuickContext } from './area.ts';
import { situationArea } from './situation.ts';

const NOW = new Date(2026, 10, 20, 15, 0, 0).getTime();
const change = { by: 'user/bo', at: 1, commandId: 'c', back: [] } as const;
const criterion = (id: string, text: string, met = false) => ({
  id: id as CriterionId,
  text,
  change,
  ...(met ? { met: { by: 'user/bo' as const, at: 1 } } : {}),
});
const context: QuickContext = {
  now: NOW,
  incident: {} as Incident,
  parts: {
    ...emptyParts,
    situation: {
      ...emptySituation,
      impact: { ...NO_IMPACT, revision: 3 },
      criteria: [
        criterion('c1', 'Errors below 1 %'),
        criterion('c2', 'Queue empty'),
        criterion('c3', 'Queue short', true),
      ],
    },
  },
  me: 'me' as UserId,
  personOf: () => undefined,
};

const parse = (line: string) => {
  const [, name = '', rest = ''] = /^\/(\w+) ?(.*)$/su.exec(line) ?? [];
  return situationArea.parse(name as 'impact', rest, context);
};

const CHANGE = 'situation.change-impact';

it.each([
  ['/impact users cannot pay', CHANGE, { users: 'users cannot pay', base: 3 }, 'impact-users'],
  ['/impact Users: all', CHANGE, { users: 'all', base: 3 }, 'impact-users'],
  ['/impact business no orders', CHANGE, { business: 'no orders', base: 3 }, 'impact-business'],
  ['/impact reputation: in the news', CHANGE, { reputation: 'in the news', base: 3 }, 'impact-reputation'],
  ['/impact Worse', CHANGE, { trend: 'worse', base: 3 }, 'impact-worse'],
  ['/impact worse than before', CHANGE, { users: 'worse than before', base: 3 }, 'impact-users'],
  [
    '/impact at 14:35 first complaint',
    'timeline.add-entry',
    { kind: 'impact', text: 'first complaint', happenedAt: new Date(2026, 10, 20, 14, 35).getTime() },
    'impact-then',
  ],
  ['/exit 5xx below 0.1 %', 'situation.add-criterion', { text: '5xx below 0.1 %' }, 'exit'],
  ['/exit done 2', 'situation.meet-criterion', { criterionId: 'c2' }, 'exit-done'],
  ['/exit done errors', 'situation.meet-criterion', { criterionId: 'c1' }, 'exit-done'],
  ['/exit Done queue', 'situation.meet-criterion', { criterionId: 'c2' }, 'exit-done'],
])('[SIT-50] %s', (line, type, command, says) => {
  expect(parse(line)).toMatchObject({ does: 'send', type, command, says });
});

it.each(['/impact', '/exit', '/exit done'])('[SIT-50] %s is answered with how it is written', (line) => {
  expect(parse(line)).toMatchObject({ does: 'explain', problem: { code: 'usage' } });
});

it.each(['/exit done 7', '/exit done e'])('[SIT-50] %s names what is not there or not clear', (line) => {
  expect(parse(line)).toMatchObject({ does: 'explain', problem: { code: 'number-unknown' } });
});

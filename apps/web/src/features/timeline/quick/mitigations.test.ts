import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { emptyParts } from '@sitrep/shared/rooms/room';
import { expect, it } from 'vitest';
import type { QuickContext } from './area.ts';
import { mitigationsArea } from './mitigations.ts';

const BO = 'bo-id' as UserId;
const M1 = { id: 'm1', number: 1, revision: 3, status: 'executing', plan: { title: 'restart' } };
const M2 = { ...M1, id: 'm2', number: 2 };

const contextOf = (items: readonly object[]): QuickContext =>
  ({
    now: 5,
    incident: { services: ['api', 'checkout'] } as unknown as Incident,
    parts: { ...emptyParts, mitigations: { items } },
    me: 'me' as UserId,
    personOf: (handle: string) => (handle === 'bo' ? BO : undefined),
  }) as unknown as QuickContext;

const parse = (line: string, items: readonly object[] = [M1]) => {
  const [, name = '', rest = ''] = /^\/(\w+) ?(.*)$/su.exec(line) ?? [];
  return mitigationsArea.parse(name as 'halt', rest, contextOf(items));
};
const about = { number: 1, title: 'restart' };
const verified = (outcome: string) => ({ mitigationId: 'm1', outcome, seen: 'no errors' });

it.each([
  ['/propose restart all', 'propose', { title: 'restart all' }, 'propose', { title: 'restart all' }],
  [
    '/propose 10m @Bo restart @all 5m',
    'propose',
    { title: 'restart @all 5m', owner: BO, timeBox: 600_000 },
    'propose',
    { title: 'restart @all 5m' },
  ],
  [
    '/propose roll API back',
    'propose',
    { title: 'roll API back', services: ['api'] },
    'proposeOn',
    { title: 'roll API back', services: 'api' },
  ],
  ['/approve M1', 'approve', { mitigationId: 'm1', revision: 3 }, 'approve', about],
  ['/approve 1 one zone', 'approve', { mitigationId: 'm1', revision: 3, note: 'one zone' }, 'approve', about],
  ['/reject m1 too risky', 'reject', { mitigationId: 'm1', reason: 'too risky' }, 'reject', about],
  ['/object M1 too early', 'object', { mitigationId: 'm1', reason: 'too early' }, 'object', about],
  ['/start M1', 'start', { mitigationId: 'm1' }, 'start', about],
  ['/executed M1 all new', 'finish', { mitigationId: 'm1', seen: 'all new' }, 'executed', about],
  ['/executed M1', 'finish', { mitigationId: 'm1' }, 'executed', about],
  ['/effective M1 no errors', 'verify', verified('effective'), 'effective', about],
  ['/ineffective M1 no errors', 'verify', verified('ineffective'), 'ineffective', about],
  ['/rolledback M1 no errors', 'verify', verified('rolled-back'), 'rolledback', about],
  ['/halt M1 errors rise', 'halt', { mitigationId: 'm1', reason: 'errors rise' }, 'halt', about],
  ['/halt', 'halt', { mitigationId: 'm1' }, 'halt', about],
  [
    '/uncoordinated restarted checkout: disk full: 0 left',
    'record-uncoordinated',
    { title: 'restarted checkout', reason: 'disk full: 0 left', doneAt: 5, services: ['checkout'] },
    'uncoordinated',
    { title: 'restarted checkout' },
  ],
])('[MIT-85] [MIT-88] %s', (line, command, fields, says, values) => {
  expect(parse(line)).toEqual({ does: 'send', type: `mitigation.${command}`, command: fields, says, values });
});

it('[MIT-84] /approve has seen no objection and no collision', () => {
  const entry = parse('/approve M1');
  expect(entry).not.toHaveProperty('command.objections');
  expect(entry).not.toHaveProperty('command.collisions');
});

it.each([
  ['/propose', { code: 'usage', command: 'propose' }],
  ['/propose @bo 10m', { code: 'usage', command: 'propose' }],
  ['/propose @zoe restart', { code: 'handle-unknown', value: 'zoe' }],
  ['/approve', { code: 'usage', command: 'approve' }],
  ['/approve restart', { code: 'usage', command: 'approve' }],
  ['/reject M1', { code: 'usage', command: 'reject' }],
  ['/effective M1', { code: 'usage', command: 'effective' }],
  ['/start M7', { code: 'number-unknown', value: 'M7' }],
  ['/uncoordinated restarted db', { code: 'usage', command: 'uncoordinated' }],
])('[MIT-85] %s says what is wrong', (line, problem) => {
  expect(parse(line)).toEqual({ does: 'explain', problem });
});

it('[MIT-85] /halt alone is for one that is being executed', () => {
  const asked = { does: 'explain', problem: { code: 'usage', command: 'halt' } };
  expect(parse('/halt', [M1, M2])).toEqual(asked);
  expect(parse('/halt', [{ ...M1, status: 'approved' }])).toEqual(asked);
});

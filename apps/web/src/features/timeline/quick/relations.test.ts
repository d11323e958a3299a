import { expect, it } from 'vitest';
import type { QuickContext } from './area.ts';
import { relationsArea } from './relations.ts';

const context = { now: Date.UTC(2026, 2, 1) } as QuickContext;
const parse = (line: string) => {
  const [, name = '', rest = ''] = /^\/(\w+) ?(.*)$/su.exec(line) ?? [];
  return relationsArea.parse(name as 'relate', rest, context);
};
const key = 'INC-2026-0042';

it.each([
  ['/relate INC-2026-0042', 'relation.add', { kind: 'related', otherId: key }, 'relate-related', { key }],
  ['/relate 42 parent', 'relation.add', { kind: 'parent', otherId: key }, 'relate-parent', { key }],
  ['/relate inc-2026-42 Child', 'relation.add', { kind: 'child', otherId: key }, 'relate-child', { key }],
  ['/merge INC-2026-0042', 'incident.close', { as: 'merged', otherId: key }, 'merge', { key }],
  ['/duplicate 42', 'incident.close', { as: 'duplicate', otherId: key }, 'duplicate', { key }],
  ['/falsealarm a test', 'incident.close', { as: 'false-alarm', reason: 'a test' }, 'falsealarm', {}],
])('[REL-20] %s', (line, type, command, says, values) => {
  expect(parse(line)).toEqual({ does: 'send', type, command, says, values });
});

it.each([
  ['/relate', 'relate'],
  ['/relate checkout', 'relate'],
  ['/relate 42 cousin', 'relate'],
  ['/merge', 'merge'],
  ['/merge 42 because', 'merge'],
  ['/duplicate x', 'duplicate'],
  ['/falsealarm', 'falsealarm'],
])('[REL-20] %s is told how it is written', (line, command) => {
  expect(parse(line)).toEqual({ does: 'explain', problem: { code: 'usage', command } });
});

import { describe, expect, it } from 'vitest';
import { parseQuickEntry, type QuickEntry } from './quick-entry.ts';

const NOW = new Date(2026, 10, 20, 15, 0, 0).getTime();
const today = (hours: number, minutes: number) => new Date(2026, 10, 20, hours, minutes, 0).getTime();

const table: readonly [input: string, expected: QuickEntry][] = [
  ['', { does: 'nothing' }],
  ['   \n ', { does: 'nothing' }],
  ['db is back', { does: 'write', kind: 'note', text: 'db is back' }],
  ['  two\nlines ', { does: 'write', kind: 'note', text: 'two\nlines' }],
  ['/var/log is full', { does: 'write', kind: 'note', text: '/var/log is full' }],
  ['//sev 1 is the command', { does: 'write', kind: 'note', text: '/sev 1 is the command' }],
  ['/', { does: 'write', kind: 'note', text: '/' }],
  ['/note hello', { does: 'write', kind: 'note', text: 'hello' }],
  ['/NOTE hello', { does: 'write', kind: 'note', text: 'hello' }],
  ['/decision roll back\napi-77', { does: 'write', kind: 'decision', text: 'roll back\napi-77' }],
  ['/change deployed api-78', { does: 'write', kind: 'change', text: 'deployed api-78' }],
  ['/impact 4 % of orders fail', { does: 'write', kind: 'impact', text: '4 % of orders fail' }],
  ['/link https://grafana/d/1', { does: 'write', kind: 'link', text: 'https://grafana/d/1' }],
  ['/finding pool is empty', { does: 'write', kind: 'finding', text: 'pool is empty', confidence: 'believed' }],
  ['/finding confirmed it is DNS', { does: 'write', kind: 'finding', text: 'it is DNS', confidence: 'confirmed' }],
  ['/finding Rumour vendor is down', { does: 'write', kind: 'finding', text: 'vendor is down', confidence: 'rumour' }],
  [
    '/finding confirmed at 14:35 it is DNS',
    { does: 'write', kind: 'finding', text: 'it is DNS', confidence: 'confirmed', happenedAt: today(14, 35) },
  ],
  ['/note at 14:35 saw it', { does: 'write', kind: 'note', text: 'saw it', happenedAt: today(14, 35) }],
  ['at 9:05 first complaint', { does: 'write', kind: 'note', text: 'first complaint', happenedAt: today(9, 5) }],
  ['at the same moment', { does: 'write', kind: 'note', text: 'at the same moment' }],
  ['at 3 nodes it broke', { does: 'write', kind: 'note', text: 'at 3 nodes it broke' }],
  ['/note at 25:00 x', { does: 'explain', problem: { code: 'time-unknown', value: '25:00' } }],
  ['/note at 14:35', { does: 'explain', problem: { code: 'text-missing', command: 'note' } }],
  ['/decision', { does: 'explain', problem: { code: 'text-missing', command: 'decision' } }],
  ['/finding confirmed', { does: 'explain', problem: { code: 'text-missing', command: 'finding' } }],
  ['/sev 1', { does: 'change-severity', severity: 1 }],
  ['/sev1', { does: 'change-severity', severity: 1 }],
  ['/sev sev3 only one region', { does: 'change-severity', severity: 3, reason: 'only one region' }],
  ['/severity 2: all users', { does: 'change-severity', severity: 2, reason: 'all users' }],
  ['/service checkout  api', { does: 'add-service', service: 'checkout api' }],
  ['/service #payments', { does: 'add-service', service: 'payments' }],
  ['/service', { does: 'explain', problem: { code: 'service-missing' } }],
  ['/sev', { does: 'explain', problem: { code: 'severity-missing' } }],
  ['/sev 5', { does: 'explain', problem: { code: 'severity-unknown', value: '5' } }],
  ['/sev high', { does: 'explain', problem: { code: 'severity-unknown', value: 'high' } }],
  ['/status identified', { does: 'change-status', status: 'identified' }],
  ['/status res failover done', { does: 'change-status', status: 'resolved', reason: 'failover done' }],
  ['/status i', { does: 'explain', problem: { code: 'status-unknown', value: 'i' } }],
  ['/status closed', { does: 'explain', problem: { code: 'status-unknown', value: 'closed' } }],
  ['/status', { does: 'explain', problem: { code: 'status-missing' } }],
  ['/ic', { does: 'give-role', role: 'commander' }],
  ['/ic me', { does: 'give-role', role: 'commander' }],
  ['/ic @Ana', { does: 'give-role', role: 'commander', handle: 'ana' }],
  ['/scribe @ben now', { does: 'give-role', role: 'scribe', handle: 'ben' }],
  ['/tl @', { does: 'explain', problem: { code: 'person-missing' } }],
  ['/ic ana', { does: 'explain', problem: { code: 'person-missing' } }],
  ['/close all done', { does: 'close', reason: 'all done' }],
  ['/close', { does: 'explain', problem: { code: 'reason-missing', command: 'close' } }],
  ['/reopen came back', { does: 'reopen', reason: 'came back' }],
  ['/frobnicate now', { does: 'explain', problem: { code: 'unknown-command', command: 'frobnicate' } }],
];

describe('quick entry', () => {
  it.each(table)('understands %j', (input, expected) => {
    expect(parseQuickEntry(input, NOW)).toEqual(expected);
  });

  it('takes a time of day that has not come yet for yesterday', () => {
    const entry = parseQuickEntry('at 23:50 pager rang', NOW);
    expect(entry).toMatchObject({ happenedAt: new Date(2026, 10, 19, 23, 50).getTime() });
  });

  it('takes UTC and full dates', () => {
    expect(parseQuickEntry('at 2026-11-19 08:00 x', NOW)).toMatchObject({
      happenedAt: new Date(2026, 10, 19, 8, 0).getTime(),
    });
    expect(parseQuickEntry('at 2026-11-19 08:00Z x', NOW)).toMatchObject({ happenedAt: Date.UTC(2026, 10, 19, 8) });
  });

  it('refuses a day that has not come yet', () => {
    expect(parseQuickEntry('at 2027-01-01 08:00 x', NOW)).toMatchObject({ does: 'explain' });
  });
});

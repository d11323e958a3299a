import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { BoardFilters, filterRows, needsCommander } from './filters.ts';

const ME = 'me' as UserId;
const row = (id: string, part: Partial<BoardRow>): BoardRow => ({
  id: id as IncidentId,
  key: 'INC-2026-0001',
  title: id,
  severity: 2,
  status: 'detected',
  declaredAt: 0,
  statusSince: 0,
  services: [],
  roles: {},
  alerts: { firing: 0, resolved: 0 },
  suggestsResolve: false,
  private: false,
  lastUpdateAt: {},
  executing: 0,
  commanderAway: false,
  ...part,
});
const rows = [
  row('a', { severity: 1, services: ['Checkout'] }),
  row('b', { status: 'resolved', roles: { scribe: ME } }),
  row('c', { severity: 3, roles: { commander: 'other' as UserId } }),
];
const found = (filters: BoardFilters) => filterRows(rows, filters, ME).map(({ id }) => id);

describe('filters of the board', () => {
  it.each([
    [{}, ['a', 'b', 'c']],
    [{ severity: [] }, ['a', 'b', 'c']],
    [{ severity: [1, 3] }, ['a', 'c']],
    [{ status: 'resolved' }, ['b']],
    [{ mine: true }, ['b']],
    [{ mine: true, severity: [1] }, []],
    [{ q: ' ' }, ['a', 'b', 'c']],
    [{ q: 'inc-2026 checkOUT' }, ['a']],
    [{ q: 'check' }, ['a']],
    [{ q: 'check b' }, []],
  ] as const)('%j leaves %j', (filters, ids) => {
    expect(found(BoardFilters.parse(filters))).toEqual(ids);
  });

  it('drops what an old link says and nobody understands', () => {
    expect(BoardFilters.parse({ severity: 'high', status: 'closed', mine: 'yes' })).toEqual({});
  });

  it('misses no commander in what is resolved', () => {
    expect(rows.map((each) => needsCommander(each, () => true))).toEqual([true, false, false]);
  });

  it('[INC-70] misses a commander where the one who is named has left', () => {
    expect(rows.map((each) => needsCommander(each, (id) => id !== 'other'))).toEqual([true, false, true]);
  });
});

import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import { describe, expect, it } from 'vitest';
import { countChanged, follow, freeze, hold, unownedFirst } from './arrangement.ts';

const ANA = 'ana' as UserId;

const row = (id: string, part: Partial<BoardRow> = {}): BoardRow => ({
  id: id as IncidentId,
  key: 'INC-2026-0001',
  title: id,
  severity: 2,
  status: 'detected',
  declaredAt: 0,
  statusSince: 0,
  services: [],
  roles: { commander: ANA },
  alerts: { firing: 0, resolved: 0 },
  suggestsResolve: false,
  private: false,
  lastUpdateAt: {},
  executing: 0,
  commanderAway: false,
  ...part,
});
const [a, b, c] = [row('a'), row('b'), row('c')];
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe('rows while somebody is at the list', () => {
  it('[BV-10] keep their places, with what is true now in them', () => {
    const worse = row('b', { severity: 1 });
    const { slots, reordered } = hold([a, b, c], [worse, a, c]);
    expect(slots.map((slot) => slot.row)).toEqual([a, worse, c]);
    expect(reordered).toBe(true);
  });

  it('[BV-11] that are new wait, and do not count as another order', () => {
    const { slots, waiting, reordered } = hold([a, b], [c, a, b]);
    expect(ids(slots.map((slot) => slot.row))).toEqual(['a', 'b']);
    expect(waiting).toEqual([c]);
    expect(reordered).toBe(false);
  });

  it('[BV-12] that left the board stay as what they were', () => {
    const { slots, reordered } = hold([a, b, c], [a, c]);
    expect(slots).toEqual([
      { row: a, gone: false },
      { row: b, gone: true },
      { row: c, gone: false },
    ]);
    expect(reordered).toBe(false);
  });

  it('[BV-13] follow the board once nobody is', () => {
    expect(follow([c, a]).slots).toEqual([
      { row: c, gone: false },
      { row: a, gone: false },
    ]);
  });
});

describe('a paused board', () => {
  it('[BV-20] stands still and counts what it holds back', () => {
    const changed = row('b', { status: 'mitigating' });
    expect(freeze([a, b, c], [changed, a], ANA)).toEqual([a, b, c]);
    expect(countChanged([a, b, c], [changed, a, row('d')])).toBe(3);
    expect(countChanged([a, b, c], [c, b, a])).toBe(0);
  });

  it('[BV-21] still shows what its reader does', () => {
    const mine = row('b', { lastChange: { field: 'role/commander', to: ANA, by: 'user/ana', at: 5 } });
    expect(freeze([a, b], [a, mine], ANA)).toEqual([a, mine]);
  });
});

it('[BV-2] what is bad and has no commander stands first', () => {
  const free = row('free', { roles: {} });
  const small = row('small', { severity: 3, roles: {} });
  const led = row('led', { severity: 1 });
  expect(ids(unownedFirst([led, free, small], () => true))).toEqual(['free', 'led', 'small']);
});

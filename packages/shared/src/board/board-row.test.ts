import { describe, expect, it } from 'vitest';
import type { IncidentId, UserId } from '../kernel/ids.ts';
import { boardOrder, type BoardRow } from './board-row.ts';

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
  ...part,
});
const by = (name: string): Partial<BoardRow> => ({ roles: { commander: name as UserId } });

describe('order of the board', () => {
  it('[INC-70] puts what a person commands who has left beside what nobody commands', () => {
    const rows = [row('led', by('ana')), row('left', { ...by('gone'), declaredAt: 1 }), row('free', { declaredAt: 2 })];
    const order = boardOrder((id) => id !== 'gone');
    expect(rows.toSorted(order).map(({ id }) => id)).toEqual(['left', 'free', 'led']);
  });
});

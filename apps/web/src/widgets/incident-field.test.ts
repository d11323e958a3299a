import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { expect, it } from 'vitest';
import { incidentsMeant, isKey } from './incident-field.tsx';

const row = (number: number, title: string) =>
  ({ id: `id-${number}` as IncidentId, key: `INC-2026-000${number}`, title }) as BoardRow;
const rows = [row(1, 'Checkout fails'), row(2, 'Search is slow'), row(3, 'Payments fail')];
const meant = (typed: string): readonly string[] =>
  incidentsMeant(rows, typed, 'id-1' as IncidentId).map(({ title }) => title);

it('[REL-23] offers open incidents by words or key, without the one that one is in', () => {
  expect(meant('')).toEqual(['Search is slow', 'Payments fail']);
  expect(meant('FAIL')).toEqual(['Payments fail']);
  expect(meant('2026-0002')).toEqual(['Search is slow']);
  expect(meant('nothing like it')).toEqual([]);
});

it('[REL-23] offers no more once it is a key', () => {
  expect(meant(' inc-2026-0003 ')).toEqual([]);
});

it('[REL-23] takes a key for one, whatever its capitals, and no words of a title', () => {
  expect(isKey(' inc-2026-0003 ')).toBe(true);
  expect(isKey('pay')).toBe(false);
});

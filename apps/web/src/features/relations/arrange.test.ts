import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Relation } from '@sitrep/shared/relations/state';
import type { RelationKind } from '@sitrep/shared/relations/values';
import { expect, it } from 'vitest';
import { arranged } from './arrange.ts';

const relation = (kind: RelationKind, number: number): Relation => ({
  kind,
  otherId: `id-${number}` as IncidentId,
  key: `INC-2026-000${number}`,
  by: 'user/a',
  at: 0,
  commandId: 'c',
});

it('[REL-21] tells what an incident belongs to first, then its parts, each with what is known of it', () => {
  const row = { id: 'id-2', title: 'Open' } as BoardRow;
  const items = [
    relation('merged', 5),
    relation('child', 3),
    relation('related', 4),
    relation('child', 2),
    relation('parent', 1),
  ];
  expect(arranged(items, [row]).map(({ relation: { key }, row: open }) => [key.slice(-1), open?.title])).toEqual([
    ['1', undefined],
    ['2', 'Open'],
    ['3', undefined],
    ['4', undefined],
    ['5', undefined],
  ]);
});

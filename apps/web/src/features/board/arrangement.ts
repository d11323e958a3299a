import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { needsCommander } from './filters.ts';

/** One place in the list; `gone` where the incident has left the board and its row stays until nobody is at it. */
export type Slot = { readonly row: BoardRow; readonly gone: boolean };

export type Arrangement = {
  readonly slots: readonly Slot[];
  /** Rows that wait to be let in, in the order of the board. */
  readonly waiting: readonly BoardRow[];
  /** What is shown stands in another order than the board's. */
  readonly reordered: boolean;
};

const slotOf = (row: BoardRow): Slot => ({ row, gone: false });

export const follow = (rows: readonly BoardRow[]): Arrangement => ({
  slots: rows.map(slotOf),
  waiting: [],
  reordered: false,
});

/** Everything stays where it was when somebody came to the list; only what stands in the rows is of now. */
export const hold = (kept: readonly BoardRow[], rows: readonly BoardRow[]): Arrangement => {
  const now = new Map(rows.map((row) => [row.id, row]));
  const places = new Set(kept.map(({ id }) => id));
  const stay = kept.filter(({ id }) => now.has(id));
  const wanted = rows.filter(({ id }) => places.has(id));
  return {
    slots: kept.map((row) => ({ row: now.get(row.id) ?? row, gone: !now.has(row.id) })),
    waiting: rows.filter(({ id }) => !places.has(id)),
    reordered: stay.some(({ id }, index) => wanted[index]?.id !== id),
  };
};

/** A board that stands still, but for what its reader does. */
export const freeze = (then: readonly BoardRow[], now: readonly BoardRow[], me: UserId): readonly BoardRow[] => {
  const byId = new Map(now.map((row) => [row.id, row]));
  return then.map((row) => {
    const newer = byId.get(row.id);
    return newer?.lastChange?.by === `user/${me}` ? newer : row;
  });
};

/** How many incidents came, went or changed. */
export const countChanged = (then: readonly BoardRow[], now: readonly BoardRow[]): number => {
  const byId = new Map(then.map((row) => [row.id, row]));
  const differing = now.filter((row) => byId.get(row.id) !== row).length;
  const ids = new Set(now.map(({ id }) => id));
  return differing + then.filter(({ id }) => !ids.has(id)).length;
};

/** The loudest state there is: bad, and nobody leads. */
export const isUnowned = (row: BoardRow, isActive: (id: UserId) => boolean): boolean =>
  row.severity <= 2 && needsCommander(row, isActive);

/** Within the order of the board, what is bad and unowned stands before everything else. */
export const unownedFirst = (rows: readonly BoardRow[], isActive: (id: UserId) => boolean): readonly BoardRow[] => [
  ...rows.filter((row) => isUnowned(row, isActive)),
  ...rows.filter((row) => !isUnowned(row, isActive)),
];

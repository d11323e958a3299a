import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { Relation } from '@sitrep/shared/relations/state';
import type { RelationKind } from '@sitrep/shared/relations/values';

/** What it belongs to first, then its parts, then the rest. */
const ORDER: readonly RelationKind[] = ['parent', 'child', 'related', 'duplicate', 'merged'];

export type Shown = { readonly relation: Relation; readonly row?: BoardRow };

/** Related incidents by kind and key, with what the board knows of those that are open. */
export const arranged = (items: readonly Relation[], rows: readonly BoardRow[]): readonly Shown[] =>
  items
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.key.localeCompare(b.key))
    .map((relation) => {
      const row = rows.find(({ id }) => id === relation.otherId);
      return row === undefined ? { relation } : { relation, row };
    });

import type { BoardRow } from '@sitrep/shared/board/board-row';
import { activeHolder } from '@sitrep/shared/incidents/holders';
import { OPEN_STATUSES, SEVERITIES } from '@sitrep/shared/incidents/values';
import type { UserId } from '@sitrep/shared/kernel/ids';
import * as z from 'zod/mini';

/** What stands in the address. Unknown values are left out rather than refused: links grow old. */
export const BoardFilters = z.object({
  severity: z.catch(z.optional(z.array(z.literal(SEVERITIES))), undefined),
  status: z.catch(z.optional(z.enum(OPEN_STATUSES)), undefined),
  mine: z.catch(z.optional(z.literal(true)), undefined),
  q: z.catch(z.optional(z.coerce.string()), undefined),
  at: z.catch(z.optional(z.coerce.string()), undefined),
});
export type BoardFilters = z.output<typeof BoardFilters>;

export const isFiltered = ({ severity, status, mine, q }: BoardFilters): boolean =>
  (severity !== undefined && severity.length > 0) || status !== undefined || mine === true || wordsOf(q).length > 0;

const wordsOf = (text = ''): readonly string[] => text.toLowerCase().split(/\s+/u).filter(Boolean);

/** Every word stands somewhere in key, title or services. */
const matches = ({ key, title, services }: BoardRow, words: readonly string[]): boolean => {
  const text = [key, title, ...services].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
};

export const roleOf = (row: BoardRow, userId: UserId) =>
  (Object.keys(row.roles) as (keyof typeof row.roles)[]).find((role) => row.roles[role] === userId);

export const filterRows = (rows: readonly BoardRow[], filters: BoardFilters, me: UserId): readonly BoardRow[] =>
  isFiltered(filters)
    ? rows.filter(
        (row) =>
          (filters.severity === undefined ||
            filters.severity.length === 0 ||
            filters.severity.includes(row.severity)) &&
          (filters.status === undefined || filters.status === row.status) &&
          (filters.mine !== true || roleOf(row, me) !== undefined) &&
          matches(row, wordsOf(filters.q)),
      )
    : rows;

export const needsCommander = (row: BoardRow, isActive: (id: UserId) => boolean): boolean =>
  row.status !== 'resolved' && activeHolder(row.roles, 'commander', isActive) === undefined;

/** When something in the row changed last. */
export const changedAt = ({ lastChange, statusSince, declaredAt }: BoardRow): number =>
  Math.max(lastChange?.at ?? 0, statusSince, declaredAt);

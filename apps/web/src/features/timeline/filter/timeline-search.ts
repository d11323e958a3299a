import { UserId } from '@sitrep/shared/kernel/ids';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import * as z from 'zod/mini';
import { GROUPS } from './entry-groups.ts';

/** What stands in the address of a room. Unknown values are left out rather than refused: links grow old. */
export const TimelineSearch = z.object({
  kind: z.catch(z.optional(z.array(z.enum(GROUPS))), undefined),
  by: z.catch(z.optional(UserId), undefined),
  service: z.catch(z.optional(z.coerce.string()), undefined),
  pinned: z.catch(z.optional(z.literal(true)), undefined),
  find: z.catch(z.optional(z.coerce.string()), undefined),
  sort: z.catch(z.optional(z.literal('recorded')), undefined),
  newest: z.catch(z.optional(z.literal('first')), undefined),
});
export type TimelineSearch = z.output<typeof TimelineSearch>;

type Change = { readonly [Key in keyof TimelineSearch]?: TimelineSearch[Key] };

/** The reader's view of a timeline, kept in the address, so that a link carries it. */
export const useTimelineSearch = (): readonly [TimelineSearch, (change: Change) => void] => {
  const { kind, by, service, pinned, find, sort, newest } = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = useMemo(
    () => ({ kind, by, service, pinned, find, sort, newest }),
    [kind, by, service, pinned, find, sort, newest],
  );
  const change = useCallback(
    (to: Change) => void navigate({ to: '.', search: (before) => ({ ...before, ...to }), replace: true, hash: true }),
    [navigate],
  );
  return [search, change];
};

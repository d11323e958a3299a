import type { BoardRow } from '@sitrep/shared/board/board-row';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../http/request.ts';

/** The board as it was. */
export const getBoardAt = (at: number) =>
  queryOptions({
    queryKey: ['board', at],
    queryFn: ({ signal }) =>
      request<{ items: readonly BoardRow[] }>(
        'GET',
        withQuery('/api/v1/board', { at: new Date(at).toISOString() }),
        undefined,
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

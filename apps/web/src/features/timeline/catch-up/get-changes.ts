import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { ChangesAnswer } from '@sitrep/shared/protocol/http';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../http/request.ts';

/** `asked`: each time anew, for what is told is told as of then. */
export const changesQuery = (id: IncidentId, since: number, asked: string) =>
  queryOptions({
    queryKey: ['changes', id, since, asked],
    queryFn: ({ signal }) =>
      request<ChangesAnswer>('GET', withQuery(`/api/v1/incidents/${id}/changes`, { since }), undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { TimelinePage } from '@sitrep/shared/protocol/http';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../http/request.ts';

const PAGE = 200;

/** The timeline as it was, newest page first. */
export const timelineAtQuery = (id: IncidentId, at: number) =>
  infiniteQueryOptions({
    queryKey: ['timeline', id, at],
    queryFn: ({ pageParam, signal }) =>
      request<TimelinePage>(
        'GET',
        withQuery(`/api/v1/incidents/${id}/timeline`, {
          at: new Date(at).toISOString(),
          limit: PAGE,
          before: pageParam,
        }),
        undefined,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: Number.POSITIVE_INFINITY,
  });

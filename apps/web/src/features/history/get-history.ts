import type { HistoryPage } from '@sitrep/shared/protocol/http';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../http/request.ts';

const PAGE = 50;

const get = (query: Readonly<Record<string, string | number | undefined>>, signal: AbortSignal): Promise<HistoryPage> =>
  request('GET', withQuery('/api/v1/incidents', { status: 'closed', ...query }), undefined, signal);

export const historyQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['history', search],
    queryFn: ({ pageParam, signal }) => get({ search, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

const RECENT = 10;

/** The newest closed incidents. `after`: changes when one more may have been closed. */
export const recentlyClosedQuery = (after: string) =>
  queryOptions({
    queryKey: ['history', 'recent', after],
    queryFn: ({ signal }) => get({ limit: RECENT }, signal),
    placeholderData: keepPreviousData,
    // The same incidents may be open as a while ago, with another one closed since.
    staleTime: 0,
  });

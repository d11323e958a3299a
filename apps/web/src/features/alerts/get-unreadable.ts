import type { UnreadableAlert } from '@sitrep/shared/protocol/http';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../http/request.ts';

const AGAIN_MS = 15_000;

/** No topic tells of them: asked for again now and then. */
export const unreadableAlerts = queryOptions({
  queryKey: ['unreadable-alerts'],
  queryFn: ({ signal }) =>
    request<{ items: readonly UnreadableAlert[] }>('GET', '/api/v1/alerts/unreadable', undefined, signal),
  refetchInterval: AGAIN_MS,
  refetchOnMount: 'always',
});

import type { InviteRow } from '@sitrep/shared/people/person-row';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../http/request.ts';

export const INVITES = ['invites'] as const;

export const invitesQuery = queryOptions({
  queryKey: INVITES,
  queryFn: ({ signal }) => request<{ items: readonly InviteRow[] }>('GET', '/api/v1/invites', undefined, signal),
});

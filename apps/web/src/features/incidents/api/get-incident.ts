import type { IncidentAnswer } from '@sitrep/shared/protocol/http';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../http/request.ts';

const path = (idOrKey: string, at?: number): string =>
  withQuery(`/api/v1/incidents/${encodeURIComponent(idOrKey)}`, {
    at: at === undefined ? undefined : new Date(at).toISOString(),
  });

export const getIncident = (idOrKey: string): Promise<IncidentAnswer> => request('GET', path(idOrKey));

/** By id or key, now or as it was. */
export const incidentQuery = (idOrKey: string, at?: number) =>
  queryOptions({
    queryKey: ['incident', idOrKey, at],
    queryFn: ({ signal }) => request<IncidentAnswer>('GET', path(idOrKey, at), undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

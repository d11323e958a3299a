import type { IntegrationRow } from '@sitrep/shared/integrations/state';
import type { AlertId, IncidentId, IntegrationId } from '@sitrep/shared/kernel/ids';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../http/request.ts';

export type ListedIntegration = IntegrationRow & { readonly lastReceivedAt?: number };

export const INTEGRATIONS = ['integrations'] as const;

export const integrationsQuery = queryOptions({
  queryKey: INTEGRATIONS,
  queryFn: ({ signal }) =>
    request<{ items: readonly ListedIntegration[] }>('GET', '/api/v1/integrations', undefined, signal),
});

export type TestAlertAnswer = { readonly alertId: AlertId; readonly incidentId?: IncidentId };

/** The server makes the body and sends it the way that the tool's own alerts take. */
export const sendTestAlert = (integrationId: IntegrationId): Promise<TestAlertAnswer> =>
  request('POST', '/api/v1/test-alerts', { integrationId });

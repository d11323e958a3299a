import type { AlertId, IncidentId } from '@sitrep/shared/kernel/ids';
import type { Integration } from '@sitrep/shared/integrations/state';
import type { Clock } from '../../ports/clock.ts';
import { ADAPTERS } from './adapters/sources.ts';
import { alertIdFor } from './alert-id.ts';
import type { Ingest } from './ingest.ts';

type Deps = {
  readonly ingest: Ingest;
  readonly clock: Clock;
  readonly incidentsOnceHandled: (alertId: AlertId) => Promise<readonly IncidentId[]>;
};

export type TestAlertAnswer = {
  readonly alertId: AlertId;
  /** Nothing where the integration opens no incidents. */
  readonly incidentId?: IncidentId;
};

/** Sends what the tool itself would send, by the way that its alerts take: what works here works for real. */
export const sendTestAlert = async (deps: Deps, integration: Integration, id: string): Promise<TestAlertAnswer> => {
  const { ingest, clock, incidentsOnceHandled } = deps;
  const adapter = ADAPTERS[integration.source];
  const now = clock.now();
  const body = adapter.testBody({ id, startedAt: now });
  const text = JSON.stringify(body);
  const leave = ingest.enter(text.length);
  try {
    await ingest.receive(integration, text);
  } finally {
    leave();
  }
  const [reading] = adapter.read(body, now);
  if (reading === undefined || !('fingerprint' in reading))
    throw new Error(`${adapter.name} cannot read its own test alert`);
  const alertId = alertIdFor(integration.id, reading.fingerprint);
  const [incidentId] = await incidentsOnceHandled(alertId);
  return incidentId === undefined ? { alertId } : { alertId, incidentId };
};

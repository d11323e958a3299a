import type { AlertId, IncidentId, IntegrationId } from '../kernel/ids.ts';
import type { Alert } from './state.ts';
import type { AlertSeverity } from './values.ts';

/** One alert in a list. */
export type AlertRow = {
  readonly id: AlertId;
  readonly integrationId: IntegrationId;
  readonly status: Alert['status'];
  readonly title: string;
  readonly description: string;
  readonly severity: AlertSeverity;
  readonly service?: string;
  readonly url?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly occurrence: number;
  /** When it began, as the tool tells it. */
  readonly startedAt?: number;
  readonly firedAt: number;
  readonly resolvedAt?: number;
  /** How often the tool has sent it during this occurrence, the first time included. */
  readonly received: number;
  readonly lastReceivedAt: number;
  /** The public incident that it joined. */
  readonly incidentId?: IncidentId;
};

export type AlertSighting = { readonly received: number; readonly lastReceivedAt: number };

export const alertRow = (alert: Alert, sighting: AlertSighting, incidentId: IncidentId | undefined): AlertRow => {
  const { title, description, severity, service, url, labels, startedAt } = alert.content;
  return {
    id: alert.id,
    integrationId: alert.integrationId,
    status: alert.status,
    title,
    description,
    severity,
    ...(service === undefined ? {} : { service }),
    ...(url === undefined ? {} : { url }),
    labels,
    occurrence: alert.occurrence,
    ...(startedAt === undefined ? {} : { startedAt }),
    firedAt: alert.firedAt,
    ...(alert.status === 'resolved' ? { resolvedAt: alert.resolvedAt } : {}),
    ...sighting,
    ...(incidentId === undefined ? {} : { incidentId }),
  };
};

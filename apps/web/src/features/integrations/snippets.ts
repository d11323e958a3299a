import type { AlertSource } from '@sitrep/shared/alerts/values';

/** Stands for the token where it is no longer known. */
export const TOKEN_PLACEHOLDER = '<token>';

export const ingestAddress = (origin: string, source: AlertSource): string => `${origin}/api/v1/ingest/${source}`;

/** A receiver for `alertmanager.yml`. */
export const alertmanagerReceiver = (origin: string, token: string): string => `receivers:
  - name: sitrep
    webhook_configs:
      - url: ${ingestAddress(origin, 'alertmanager')}
        send_resolved: true
        http_config:
          authorization:
            credentials: ${token}

route:
  receiver: sitrep
`;

/** In single quotes for a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

export const genericCurl = (origin: string, token: string): string => {
  const body = { service: 'checkout', event: 'Error rate above 5 %', severity: 'critical', details: { rate: '7.3 %' } };
  return [
    `curl ${ingestAddress(origin, 'generic')} \\`,
    `  -H ${quoted(`Authorization: Bearer ${token}`)} \\`,
    `  -H ${quoted('Content-Type: application/json')} \\`,
    `  -d ${quoted(JSON.stringify(body))}`,
  ].join('\n');
};

/** `now`: an alert that began long ago would look like one. */
export const alertmanagerCurl = (origin: string, token: string, now: number): string => {
  const body = {
    version: '4',
    status: 'firing',
    receiver: 'sitrep',
    groupKey: '{}:{alertname="TestAlert"}',
    alerts: [
      {
        status: 'firing',
        labels: { alertname: 'TestAlert', severity: 'critical', service: 'checkout' },
        annotations: { summary: 'A test of the way from Alertmanager to Sitrep' },
        startsAt: new Date(now).toISOString(),
        endsAt: '0001-01-01T00:00:00Z',
        fingerprint: 'test',
      },
    ],
  };
  return [
    `curl ${ingestAddress(origin, 'alertmanager')} \\`,
    `  -H ${quoted(`Authorization: Bearer ${token}`)} \\`,
    `  -H ${quoted('Content-Type: application/json')} \\`,
    `  -d ${quoted(JSON.stringify(body))}`,
  ].join('\n');
};

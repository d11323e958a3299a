type Status = 'firing' | 'resolved';

type Alert = {
  readonly name: string;
  readonly summary: string;
  readonly severity: 'critical' | 'error' | 'warning';
  readonly instance: string;
  readonly status?: Status;
};

const NEVER = '0001-01-01T00:00:00Z';

/** What Alertmanager 0.2x posts for one group, in which each alert has a status of its own. */
export const alertmanagerBody = (group: string, alerts: readonly Alert[]) => ({
  version: '4',
  receiver: 'sitrep',
  status: alerts.some(({ status }) => status !== 'resolved') ? 'firing' : 'resolved',
  groupKey: `{}:{alertname="${group}"}`,
  groupLabels: { alertname: group },
  commonLabels: { alertname: group },
  commonAnnotations: {},
  externalURL: 'http://alertmanager.example.org:9093',
  truncatedAlerts: 0,
  alerts: alerts.map(({ name, summary, severity, instance, status = 'firing' }) => ({
    status,
    labels: { alertname: name, severity, service: 'checkout', instance },
    annotations: { summary },
    startsAt: '2026-01-01T03:12:08.5Z',
    endsAt: status === 'firing' ? NEVER : '2026-01-01T03:22:08.5Z',
    generatorURL: 'http://prometheus.example.org:9090/graph?g0.expr=up',
    fingerprint: `${name}-${instance}`,
  })),
});

import type { AlertId } from '../kernel/ids.ts';
import { declared, NOTHING, open, type Deciding } from './deciding.ts';
import type { JoinedAlert } from './events.ts';

export const joinAlerts: Deciding<{ group: string; alerts: readonly JoinedAlert[] }> = ({ group, alerts }, state) => {
  const incident = open(state);
  const firing = new Set(incident.alerts.firing);
  const resolved = new Set(incident.alerts.resolved);
  const changed = distinct(alerts).filter(({ alertId }) => !firing.has(alertId));
  if (changed.length === 0) return NOTHING;
  const fresh = changed.filter(({ alertId }) => !resolved.has(alertId));
  const again = changed.filter(({ alertId }) => resolved.has(alertId)).map(({ alertId }) => alertId);
  const news = firing.size === 0 || !incident.alerts.groups.includes(group);
  return [{ type: 'incident.alerts-joined', data: { group, alerts: fresh, again, news } }];
};

export const resolveAlerts: Deciding<{ alertIds: readonly AlertId[] }> = ({ alertIds }, state) => {
  const incident = declared(state);
  const firing = new Set(incident.alerts.firing);
  const resolved = [...new Set(alertIds)].filter((id) => firing.has(id));
  if (resolved.length === 0) return NOTHING;
  const remaining = firing.size - resolved.length;
  return [{ type: 'incident.alerts-resolved', data: { alertIds: resolved, remaining } }];
};

/** A tool may name one alert twice in one breath. */
export const distinct = (alerts: readonly JoinedAlert[]): JoinedAlert[] => [
  ...new Map(alerts.map((alert) => [alert.alertId, alert])).values(),
];

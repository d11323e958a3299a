import type { AlertId } from '../kernel/ids.ts';
import type { IncidentRole, IncidentStatus, OpenStatus } from '../incidents/values.ts';
import { ADA, testId, type Player } from './cast.ts';
import type { Past } from './history.ts';

export const INCIDENT = testId(1);
export const OTHER_INCIDENT = testId(2);
export const ALERTS: readonly AlertId[] = [testId(0x31), testId(0x32), testId(0x33)];
export const [ALERT_1, ALERT_2, ALERT_3] = ALERTS as readonly [AlertId, AlertId, AlertId];

type Declaration = Extract<Past, { type: 'incident.declared' }>['data'];

export const declaredAs = (data: Partial<Declaration> = {}, by: Player = ADA): Past => ({
  type: 'incident.declared',
  data: {
    key: 'INC-2026-0001',
    title: 'Checkout fails',
    summary: '',
    severity: 2,
    services: [],
    detection: 'employee',
    private: false,
    ...data,
  },
  by: by.actor.ref,
});

export const DECLARED = declaredAs();

export const held = (role: IncidentRole, by: Player): Past => ({
  type: 'incident.role-changed',
  data: { role, to: by.id, move: 'taken' },
  by: by.actor.ref,
});

export const moved = (from: OpenStatus, to: OpenStatus): Past => ({
  type: 'incident.status-changed',
  data: { from, to },
});

export const joined = (group: string, ids: readonly AlertId[], news = true): Past => ({
  type: 'incident.alerts-joined',
  data: { group, alerts: ids.map((alertId) => ({ alertId, title: 'Errors' })), again: [], news },
  by: 'system/test',
});

export const allResolved = (...alertIds: readonly AlertId[]): Past => ({
  type: 'incident.alerts-resolved',
  data: { alertIds: [...alertIds], remaining: 0 },
  by: 'system/test',
});

const CLOSED: Past = {
  type: 'incident.closed',
  data: { from: 'resolved', closure: { kind: 'completed', reason: 'done' } },
};

/** An incident that has come to this status. */
export const incidentAt = (status: IncidentStatus): readonly Past[] => {
  if (status === 'detected') return [DECLARED];
  if (status === 'closed') return [...incidentAt('resolved'), CLOSED];
  return [DECLARED, moved('detected', status)];
};

import { userIdOf } from '../kernel/actor.ts';
import { changeBy } from '../kernel/changes.ts';
import type { Recorded } from '../kernel/event.ts';
import type { IncidentId } from '../kernel/ids.ts';
import { appended, withItem, withoutItems } from '../kernel/lists.ts';
import type { IncidentEvent } from './events.ts';
import { withAccess, withoutAccess, withRoleAccess } from './evolve-access.ts';
import type { Change, ChangedField, Incident, IncidentState } from './state.ts';
import { isDeclared } from './state.ts';
import type { Milestone } from './values.ts';

type DeclaredEvent = Extract<IncidentEvent, { type: 'incident.declared' }>;
type LaterEvent = Exclude<IncidentEvent, DeclaredEvent>;

export const evolveIncident = (state: IncidentState, event: Recorded<IncidentEvent>): IncidentState => {
  if (event.type === 'incident.declared') return declared(event);
  // A window or an erased beginning may leave later events without their declaration.
  return isDeclared(state) ? evolveDeclared(state, event) : state;
};

const declared = (event: Recorded<DeclaredEvent>): IncidentState => {
  const { data } = event;
  const declarer = userIdOf(event.actor);
  return {
    status: 'detected',
    id: event.stream.slice('incident/'.length) as IncidentId,
    key: data.key,
    title: data.title,
    summary: data.summary,
    severity: data.severity,
    services: data.services,
    detection: data.detection,
    declaredAt: event.at,
    declaredBy: event.actor,
    statusSince: event.at,
    milestones: { detected: event.at, ...(data.startedAt === undefined ? {} : { started: data.startedAt }) },
    roles: {},
    alerts: { firing: [], resolved: [], groups: [] },
    lastChanges: {},
    inByRole: {},
    ...(data.alertGroup === undefined ? {} : { alertGroup: data.alertGroup }),
    private: data.private,
    members: data.private && declarer !== undefined ? [declarer] : [],
  };
};

const evolveDeclared = (state: Incident, event: Recorded<LaterEvent>): IncidentState => {
  switch (event.type) {
    case 'incident.title-changed':
      return { ...noted(state, 'title', event), title: event.data.to };
    case 'incident.summary-changed':
      return { ...noted(state, 'summary', event), summary: event.data.to };
    case 'incident.severity-changed':
      return { ...noted(state, 'severity', event), severity: event.data.to };
    case 'incident.status-changed': {
      const { to } = event.data;
      let { milestones } = touched(state, event);
      if (to === 'resolved') milestones = { ...milestones, resolved: event.at };
      if (event.data.from === 'resolved') milestones = without(milestones, 'resolved');
      return { ...noted(openAgain(state), 'status', event), status: to, statusSince: event.at, milestones };
    }
    case 'incident.reopened':
      return {
        ...withChange(openAgain(state), 'status', event, { from: event.data.from, to: 'investigating' }),
        status: 'investigating',
        statusSince: event.at,
        milestones: without(touched(state, event).milestones, 'resolved'),
      };
    case 'incident.closed': {
      const closed = {
        status: 'closed',
        closure: event.data.closure,
        closedAt: event.at,
        statusSince: event.at,
      } as const;
      return {
        ...withChange(state, 'status', event, { from: event.data.from, to: 'closed' }),
        ...closed,
        milestones: touched(state, event).milestones,
      };
    }
    case 'incident.milestone-set': {
      const { milestone, to } = event.data;
      return {
        ...noted(state, `milestone/${milestone}`, event),
        milestones: to === undefined ? without(state.milestones, milestone) : { ...state.milestones, [milestone]: to },
      };
    }
    case 'incident.service-added': {
      const { service } = event.data;
      const noticed = withServiceChange(state, service, event, { to: service });
      return { ...noticed, services: appended(state.services, service) };
    }
    case 'incident.service-removed': {
      const { service } = event.data;
      const noticed = withServiceChange(state, service, event, { from: service });
      return { ...noticed, services: state.services.filter((other) => other !== service) };
    }
    case 'incident.role-changed': {
      const { role, to } = event.data;
      const { [role]: _former, ...others } = state.roles;
      const acknowledged = to === undefined ? state : firstTime(state, 'acknowledged', event.at);
      const roles = to === undefined ? others : { ...others, [role]: to };
      return withRoleAccess({ ...notedMove(acknowledged, event), roles }, event);
    }
    case 'incident.alerts-joined': {
      const { group, alerts, again } = event.data;
      return {
        ...state,
        alerts: {
          firing: appended(state.alerts.firing, ...alerts.map((alert) => alert.alertId), ...again),
          resolved: withoutItems(state.alerts.resolved, again),
          groups: withItem(state.alerts.groups, group),
        },
      };
    }
    case 'incident.alerts-resolved':
      return {
        ...state,
        alerts: {
          ...state.alerts,
          firing: withoutItems(state.alerts.firing, event.data.alertIds),
          resolved: appended(state.alerts.resolved, ...event.data.alertIds),
        },
      };
    case 'incident.access-granted':
      return withAccess(state, event.data.userId);
    case 'incident.access-revoked':
      return withoutAccess(state, event.data.userId);
  }
};

type RoleChanged = Extract<LaterEvent, { type: 'incident.role-changed' }>;

/** What was accepted is not taken back: that would move a role to somebody who was not asked. */
const notedMove = (state: Incident, event: Recorded<RoleChanged>): Incident => {
  const field = `role/${event.data.role}` as const;
  const next = noted(state, field, event);
  const change = next.lastChanges[field];
  if (event.data.move !== 'accepted' || change === undefined) return next;
  return { ...next, lastChanges: { ...next.lastChanges, [field]: { ...change, back: [] } } };
};

type Values = Pick<Change, 'from' | 'to'>;

/** Remembers who changed the field last, as the event says from what to what. */
const noted = <S extends Incident>(
  state: S,
  field: ChangedField,
  event: Recorded<LaterEvent & { readonly data: { readonly [Side in keyof Values]?: Values[Side] | undefined } }>,
): S => withChange(state, field, event, event.data);

const withChange = <S extends Incident>(
  state: S,
  field: ChangedField,
  event: Recorded<LaterEvent>,
  sides: { readonly [Side in keyof Values]?: Values[Side] | undefined },
): S => ({
  ...state,
  lastChanges: { ...state.lastChanges, [field]: changeBy(event, state.lastChanges[field], sides) },
});

/** Names of services come from outside: more could be changed than a state should carry. */
const SERVICES_REMEMBERED = 50;

const withServiceChange = <S extends Incident>(
  state: S,
  service: string,
  event: Recorded<LaterEvent>,
  sides: Values,
): S => {
  const field = `service/${service}` as const;
  const { [field]: last, ...others } = state.lastChanges;
  const remembered = (Object.keys(others) as ChangedField[]).filter((name) => name.startsWith('service/'));
  const [oldest] = remembered.length < SERVICES_REMEMBERED ? [] : remembered;
  const kept = oldest === undefined ? others : without(others, oldest);
  return { ...state, lastChanges: { ...kept, [field]: changeBy(event, last, sides) } };
};

const openAgain = (state: Incident): Incident => {
  if (state.status !== 'closed') return state;
  const { closure: _closure, closedAt: _closedAt, ...open } = state;
  return { ...open, status: 'resolved' };
};

/** Whoever moves an incident on has acknowledged it. */
const touched = (state: Incident, event: Recorded<LaterEvent>): Incident =>
  userIdOf(event.actor) === undefined ? state : firstTime(state, 'acknowledged', event.at);

const firstTime = (state: Incident, milestone: Milestone, at: number): Incident =>
  state.milestones[milestone] === undefined
    ? { ...state, milestones: { ...state.milestones, [milestone]: at } }
    : state;

const without = <Fields extends object>(fields: Fields, field: keyof Fields): Omit<Fields, typeof field> => {
  const { [field]: _removed, ...rest } = fields;
  return rest;
};

import { can } from '../kernel/permissions.ts';
import type { Decide, DecisionContext, PersonFact } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { AlertId, IncidentId, UserId } from '../kernel/ids.ts';
import { invalid, notInFuture } from '../kernel/refusals.ts';
import type { Closure, IncidentEvent, JoinedAlert } from './events.ts';
import { activeHolder } from './holders.ts';
import type { Incident, IncidentState, OpenIncident } from './state.ts';
import { isDeclared } from './state.ts';
import { mayCloseAs, mayMove, movesFrom } from './status-moves.ts';
import {
  incidentKey,
  type DetectionMethod,
  type IncidentRole,
  type Milestone,
  type OpenStatus,
  type Severity,
} from './values.ts';

type Deciding<Command> = Decide<Command & { incidentId: IncidentId }, IncidentState, IncidentEvent>;

const NOTHING: readonly IncidentEvent[] = [];

export const declareIncident: Deciding<{
  title: string;
  summary: string;
  severity: Severity;
  services: readonly string[];
  detection: DetectionMethod;
  startedAt?: number | undefined;
  private: boolean;
  alerts: readonly JoinedAlert[];
  alertGroup?: string | undefined;
}> = (command, state, { now, facts }) => {
  if (isDeclared(state)) {
    throw new Refusal('conflict', `This incident is declared already: ${state.key}.`, { current: { key: state.key } });
  }
  if (command.startedAt !== undefined) notInFuture('startedAt', command.startedAt, now);
  const { title, summary, severity, detection, startedAt, alertGroup } = command;
  const alerts = distinct(command.alerts);
  const declared: IncidentEvent = {
    type: 'incident.declared',
    data: {
      key: incidentKey(new Date(now).getUTCFullYear(), facts.number),
      title,
      summary,
      severity,
      services: [...new Set(command.services)],
      detection,
      private: command.private,
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(alertGroup === undefined ? {} : { alertGroup }),
    },
  };
  if (alerts.length === 0) return [declared];
  return [
    declared,
    { type: 'incident.alerts-joined', data: { group: alertGroup ?? '', alerts, again: [], news: true } },
  ];
};

export const changeTitle: Deciding<{ title: string; base?: string | undefined }> = ({ title, base }, state) => {
  const incident = open(state);
  if (title === incident.title) return NOTHING;
  mustBeBasedOn('title', base, incident.title);
  return [{ type: 'incident.title-changed', data: { from: incident.title, to: title } }];
};

export const changeSummary: Deciding<{ summary: string; base?: string | undefined }> = ({ summary, base }, state) => {
  const incident = open(state);
  if (summary === incident.summary) return NOTHING;
  mustBeBasedOn('summary', base, incident.summary);
  return [{ type: 'incident.summary-changed', data: { from: incident.summary, to: summary } }];
};

/** Nobody overwrites what they have not seen. Scripts that name no base replace whatever stands. */
const mustBeBasedOn = (field: 'title' | 'summary', base: string | undefined, now: string): void => {
  if (base === undefined || base === now) return;
  throw new Refusal('conflict', `The ${field} was changed meanwhile.`, { current: { [field]: now } });
};

export const changeSeverity: Deciding<{ severity: Severity; reason?: string | undefined }> = (
  { severity, reason },
  state,
) => {
  const incident = open(state);
  if (severity === incident.severity) return NOTHING;
  const why = given(reason);
  if (severity > incident.severity && why === undefined) {
    throw invalid('reason', `Lowering from SEV${incident.severity} to SEV${severity} takes a reason.`);
  }
  return [
    {
      type: 'incident.severity-changed',
      data: { from: incident.severity, to: severity, ...(why === undefined ? {} : { reason: why }) },
    },
  ];
};

export const changeStatus: Deciding<{ status: OpenStatus; reason?: string | undefined }> = (
  { status, reason },
  state,
) => {
  const incident = open(state);
  if (status === incident.status) return NOTHING;
  if (!mayMove(incident.status, status)) {
    const next = movesFrom(incident.status).join(', ');
    throw new Refusal('conflict', `From ${incident.status} an incident moves to: ${next}.`, {
      current: { status: incident.status },
    });
  }
  const why = given(reason);
  return [
    {
      type: 'incident.status-changed',
      data: { from: incident.status, to: status, ...(why === undefined ? {} : { reason: why }) },
    },
  ];
};

export const reopenIncident: Deciding<{ reason: string }> = ({ reason }, state) => {
  const incident = declared(state);
  if (incident.status !== 'resolved' && incident.status !== 'closed') {
    throw new Refusal('conflict', `${incident.key} is open already: ${incident.status}.`, {
      current: { status: incident.status },
    });
  }
  return [{ type: 'incident.reopened', data: { from: incident.status, reason } }];
};

export const closeIncident: Deciding<{
  as: Closure['kind'];
  reason?: string | undefined;
  otherId?: IncidentId | undefined;
}> = (command, state, context) => {
  const incident = open(state);
  if (!mayCloseAs(incident.status, command.as)) {
    throw new Refusal(
      'conflict',
      `Resolve ${incident.key} first: only a false alarm, a duplicate or a merged incident closes from ${incident.status}.`,
      { current: { status: incident.status } },
    );
  }
  return [{ type: 'incident.closed', data: { from: incident.status, closure: closureOf(command, incident, context) } }];
};

const closureOf = (
  command: {
    incidentId: IncidentId;
    as: Closure['kind'];
    reason?: string | undefined;
    otherId?: IncidentId | undefined;
  },
  incident: Incident,
  { actor, facts }: DecisionContext,
): Closure => {
  if (command.as === 'completed' || command.as === 'false-alarm') {
    const reason = given(command.reason);
    if (reason === undefined) throw invalid('reason', 'Closing takes a reason.');
    return { kind: command.as, reason };
  }
  const { otherId } = command;
  if (otherId === undefined) throw invalid('otherId', 'Say which incident it is a duplicate of or merged into.');
  if (otherId === command.incidentId) throw invalid('otherId', 'That is this incident itself.');
  const key = facts.incidentKey(otherId, actor, incident);
  if (key === undefined) throw invalid('otherId', 'There is no such incident.');
  return command.as === 'duplicate' ? { kind: 'duplicate', of: otherId, key } : { kind: 'merged', into: otherId, key };
};

export const setMilestone: Deciding<{ milestone: Milestone; at: number | null }> = (
  { milestone, at },
  state,
  { now },
) => {
  const incident = declared(state);
  const from = incident.milestones[milestone];
  const to = at ?? undefined;
  if (from === to) return NOTHING;
  if (to !== undefined) notInFuture('at', to, now);
  return [
    {
      type: 'incident.milestone-set',
      data: { milestone, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    },
  ];
};

const MAX_SERVICES = 200;

export const addService: Deciding<{ service: string }> = ({ service }, state) => {
  const incident = open(state);
  if (incident.services.includes(service)) return NOTHING;
  if (incident.services.length >= MAX_SERVICES) {
    throw new Refusal('conflict', `An incident takes ${MAX_SERVICES} services at most.`);
  }
  return [{ type: 'incident.service-added', data: { service } }];
};

export const removeService: Deciding<{ service: string }> = ({ service }, state) =>
  open(state).services.includes(service) ? [{ type: 'incident.service-removed', data: { service } }] : NOTHING;

export const takeRole: Deciding<{ role: IncidentRole }> = ({ role }, state, { actor, facts }) => {
  const incident = open(state);
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'Only a person can hold a role.');
  const holder = incident.roles[role];
  if (holder === actor.userId) return NOTHING;
  const held = activeHolder(incident.roles, role, stillHere(facts));
  if (held !== undefined) {
    throw new Refusal(
      'conflict',
      `${nameOf(facts.person(held))} holds this role. It can be handed over to you, or released.`,
      { current: { holder } },
    );
  }
  return [
    {
      type: 'incident.role-changed',
      data: { role, ...(holder === undefined ? {} : { from: holder }), to: actor.userId, move: 'taken' },
    },
  ];
};

export const assignRole: Deciding<{ role: IncidentRole; userId: UserId }> = ({ role, userId }, state, context) => {
  const incident = open(state);
  const holder = incident.roles[role];
  if (holder === userId) return NOTHING;
  mayCommandRoles(context, incident, role);
  mustBeAssignable(context, incident, userId);
  return [
    {
      type: 'incident.role-changed',
      data: { role, ...(holder === undefined ? {} : { from: holder }), to: userId, move: 'assigned' },
    },
  ];
};

export const handOverRole: Deciding<{ role: IncidentRole; userId: UserId }> = ({ role, userId }, state, context) => {
  const incident = open(state);
  const holder = incident.roles[role];
  if (holder === userId) return NOTHING;
  if (holder === undefined || context.actor.kind !== 'user' || holder !== context.actor.userId) {
    throw new Refusal('conflict', 'Only who holds a role can hand it over; others can take or assign it.', {
      current: { holder },
    });
  }
  mustBeAssignable(context, incident, userId);
  return [{ type: 'incident.role-changed', data: { role, from: holder, to: userId, move: 'handed-over' } }];
};

export const releaseRole: Deciding<{ role: IncidentRole }> = ({ role }, state, context) => {
  const incident = open(state);
  const holder = incident.roles[role];
  if (holder === undefined) return NOTHING;
  const own = context.actor.kind === 'user' && context.actor.userId === holder;
  if (!own) mayCommandRoles(context, incident, role);
  return [{ type: 'incident.role-changed', data: { role, from: holder, move: 'released' } }];
};

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

export const grantAccess: Deciding<{ userId: UserId }> = ({ userId }, state, context) => {
  const incident = privateIncident(state);
  if (incident.members.includes(userId)) return NOTHING;
  if (context.facts.person(userId)?.active !== true) throw invalid('userId', 'There is no such person.');
  return [{ type: 'incident.access-granted', data: { userId } }];
};

export const revokeAccess: Deciding<{ userId: UserId }> = ({ userId }, state) => {
  const incident = privateIncident(state);
  if (!incident.members.includes(userId)) return NOTHING;
  if (Object.values(incident.roles).includes(userId)) {
    throw new Refusal('conflict', 'This person holds a role here. Release it first.');
  }
  return [{ type: 'incident.access-revoked', data: { userId } }];
};

const privateIncident = (state: IncidentState): Incident => {
  const incident = declared(state);
  if (!incident.private) throw new Refusal('conflict', 'Everybody can see this incident.');
  return incident;
};

const declared = (state: IncidentState): Incident => {
  if (!isDeclared(state)) throw new Refusal('not-found', 'There is no such incident.');
  return state;
};

const open = (state: IncidentState): OpenIncident => {
  const incident = declared(state);
  if (incident.status === 'closed') {
    throw new Refusal('conflict', `${incident.key} is closed. Reopen it to change it.`, {
      current: { status: 'closed' },
    });
  }
  return incident;
};

/** While somebody commands, roles are theirs to give; before that any responder may fill an empty one. */
const mayCommandRoles = ({ actor, facts }: DecisionContext, incident: Incident, role: IncidentRole): void => {
  if (actor.kind !== 'user' || actor.role === 'administrator' || actor.role === 'commander') return;
  const { commander: named, deputy } = incident.roles;
  if (named === actor.userId || deputy === actor.userId) return;
  const here = stillHere(facts);
  const commander = activeHolder(incident.roles, 'commander', here);
  if (commander === undefined && activeHolder(incident.roles, role, here) === undefined) return;
  const who =
    commander !== undefined ? `${nameOf(facts.person(commander))} or a deputy` : 'commanders and administrators';
  throw new Refusal('forbidden', `While the role is held or somebody commands, this is for ${who}.`);
};

const mustBeAssignable = ({ facts, actor }: DecisionContext, incident: Incident, userId: UserId): void => {
  const person = facts.person(userId);
  if (person === undefined || !person.active) throw invalid('userId', 'There is no such person.');
  if (person.role === 'viewer' || person.role === 'manager') {
    throw invalid('userId', `${nameOf(person)} is a ${person.role}; roles go to responders and up.`);
  }
  if (incident.private && !incident.members.includes(userId)) mustManageAccess(actor, incident);
};

const mustManageAccess = (actor: DecisionContext['actor'], incident: Incident): void => {
  const verdict = can(actor, 'incident.manage-access', { holders: incident.roles });
  if (!verdict.allowed) {
    throw new Refusal('forbidden', `This incident is private; letting people in is for ${verdict.who}.`);
  }
};

/** Only who is known to have left has left. */
const stillHere =
  (facts: DecisionContext['facts']) =>
  (id: UserId): boolean =>
    facts.person(id)?.active !== false;

/** A tool may name one alert twice in one breath. */
const distinct = (alerts: readonly JoinedAlert[]): JoinedAlert[] => [
  ...new Map(alerts.map((alert) => [alert.alertId, alert])).values(),
];

const nameOf = (person: PersonFact | undefined): string => (person === undefined ? 'Somebody' : `@${person.handle}`);

const given = (reason: string | undefined): string | undefined =>
  reason === undefined || reason.trim() === '' ? undefined : reason;

import type { DecisionContext } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { IncidentId } from '../kernel/ids.ts';
import { invalid, notInFuture } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { distinct } from './decide-alerts.ts';
import { declared, NOTHING, open, takenBack, type Deciding } from './deciding.ts';
import type { Closure, IncidentEvent, JoinedAlert } from './events.ts';
import { isDeclared, type Incident } from './state.ts';
import { mayCloseAs, mayMove, movesFrom } from './status-moves.ts';
import { incidentKey, type DetectionMethod, type Milestone, type OpenStatus, type Severity } from './values.ts';

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
  const declaration: IncidentEvent = {
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
  if (alerts.length === 0) return [declaration];
  return [
    declaration,
    { type: 'incident.alerts-joined', data: { group: alertGroup ?? '', alerts, again: [], news: true } },
  ];
};

export const changeTitle: Deciding<{ title: string; base?: string | undefined } & Undoing> = (
  { title, base, undoOf },
  state,
  { actor },
) => {
  const incident = open(state);
  takenBack(incident, 'title', { undoOf, actor, to: title });
  if (title === incident.title) return NOTHING;
  mustBeBasedOn('title', base, incident.title);
  return [{ type: 'incident.title-changed', data: { from: incident.title, to: title, ...takingBack(undoOf) } }];
};

export const changeSummary: Deciding<{ summary: string; base?: string | undefined } & Undoing> = (
  { summary, base, undoOf },
  state,
  { actor },
) => {
  const incident = open(state);
  takenBack(incident, 'summary', { undoOf, actor, to: summary });
  if (summary === incident.summary) return NOTHING;
  mustBeBasedOn('summary', base, incident.summary);
  return [{ type: 'incident.summary-changed', data: { from: incident.summary, to: summary, ...takingBack(undoOf) } }];
};

/** Nobody overwrites what they have not seen. Scripts that name no base replace whatever stands. */
const mustBeBasedOn = (field: 'title' | 'summary', base: string | undefined, now: string): void => {
  if (base === undefined || base === now) return;
  throw new Refusal('conflict', `The ${field} was changed meanwhile.`, { current: { [field]: now } });
};

export const changeSeverity: Deciding<{ severity: Severity; reason?: string | undefined } & Undoing> = (
  { severity, reason, undoOf },
  state,
  { actor },
) => {
  const incident = open(state);
  const change = takenBack(incident, 'severity', { undoOf, actor, to: severity });
  if (severity === incident.severity) return NOTHING;
  const why = given(reason);
  if (severity > incident.severity && why === undefined && change === undefined) {
    throw invalid('reason', `Lowering from SEV${incident.severity} to SEV${severity} takes a reason.`);
  }
  return [
    {
      type: 'incident.severity-changed',
      data: {
        from: incident.severity,
        to: severity,
        ...(why === undefined ? {} : { reason: why }),
        ...takingBack(undoOf),
      },
    },
  ];
};

export const changeStatus: Deciding<{ status: OpenStatus; reason?: string | undefined } & Undoing> = (
  { status, reason, undoOf },
  state,
  { actor },
) => {
  const incident = open(state);
  const change = takenBack(incident, 'status', { undoOf, actor, to: status });
  if (status === incident.status) return NOTHING;
  if (!mayMove(incident.status, status) && change === undefined) {
    const next = movesFrom(incident.status).join(', ');
    throw new Refusal('conflict', `From ${incident.status} an incident moves to: ${next}.`, {
      current: { status: incident.status },
    });
  }
  const why = given(reason);
  return [
    {
      type: 'incident.status-changed',
      data: { from: incident.status, to: status, ...(why === undefined ? {} : { reason: why }), ...takingBack(undoOf) },
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

export const setMilestone: Deciding<{ milestone: Milestone; at: number | null } & Undoing> = (
  { milestone, at, undoOf },
  state,
  { now, actor },
) => {
  const incident = declared(state);
  const from = incident.milestones[milestone];
  const to = at ?? undefined;
  takenBack(incident, `milestone/${milestone}`, { undoOf, actor, to });
  if (from === to) return NOTHING;
  if (to !== undefined) notInFuture('at', to, now);
  return [
    {
      type: 'incident.milestone-set',
      data: {
        milestone,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...takingBack(undoOf),
      },
    },
  ];
};

const MAX_SERVICES = 200;

export const addService: Deciding<{ service: string } & Undoing> = ({ service, undoOf }, state, { actor }) => {
  const incident = open(state);
  takenBack(incident, `service/${service}`, { undoOf, actor, to: service });
  if (incident.services.includes(service)) return NOTHING;
  if (incident.services.length >= MAX_SERVICES) {
    throw new Refusal('conflict', `An incident takes ${MAX_SERVICES} services at most.`);
  }
  return [{ type: 'incident.service-added', data: { service, ...takingBack(undoOf) } }];
};

export const removeService: Deciding<{ service: string } & Undoing> = ({ service, undoOf }, state, { actor }) => {
  const incident = open(state);
  takenBack(incident, `service/${service}`, { undoOf, actor, to: undefined });
  if (!incident.services.includes(service)) return NOTHING;
  return [{ type: 'incident.service-removed', data: { service, ...takingBack(undoOf) } }];
};

const given = (reason: string | undefined): string | undefined =>
  reason === undefined || reason.trim() === '' ? undefined : reason;

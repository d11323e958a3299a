import type { Change } from '../kernel/changes.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { AlertId, IncidentId, UserId } from '../kernel/ids.ts';
import type { Closure } from './events.ts';
import type { DetectionMethod, IncidentKey, IncidentRole, Milestone, OpenStatus, Severity } from './values.ts';

/** What can be changed back, and is shown with who changed it. */
export type ChangedField =
  | 'title'
  | 'summary'
  | 'severity'
  | 'status'
  | `role/${IncidentRole}`
  | `milestone/${Milestone}`
  | `service/${string}`;

export type { BackStep, Change } from '../kernel/changes.ts';

export type IncidentAlerts = {
  readonly firing: readonly AlertId[];
  readonly resolved: readonly AlertId[];
  /** Groups that alerts joined from. */
  readonly groups: readonly string[];
};

type Declared = {
  readonly id: IncidentId;
  readonly key: IncidentKey;
  readonly title: string;
  readonly summary: string;
  readonly severity: Severity;
  readonly services: readonly string[];
  readonly detection: DetectionMethod;
  readonly declaredAt: number;
  readonly declaredBy: ActorRef;
  readonly statusSince: number;
  readonly milestones: Readonly<Partial<Record<Milestone, number>>>;
  readonly roles: Readonly<Partial<Record<IncidentRole, UserId>>>;
  readonly alerts: IncidentAlerts;
  readonly alertGroup?: string;
  /** The newest change of each field; nothing for what is as it was declared. Of services, those changed last. */
  readonly lastChanges: Readonly<Partial<Record<ChangedField, Change>>>;
  readonly private: boolean;
  /** Who may see a private incident, besides administrators; empty for what everybody sees. */
  readonly members: readonly UserId[];
  /** Members who are in for roles they were given and nothing else, each with the commands that gave them. */
  readonly inByRole: Readonly<Record<UserId, readonly string[]>>;
};

/** A union on `status`: only a closed incident has a closure, only a declared one has anything. */
export type IncidentState =
  | { readonly status: 'undeclared' }
  | (Declared & { readonly status: OpenStatus })
  | (Declared & { readonly status: 'closed'; readonly closure: Closure; readonly closedAt: number });

export type Incident = Exclude<IncidentState, { status: 'undeclared' }>;
export type OpenIncident = Extract<IncidentState, { status: OpenStatus }>;
export type ClosedIncident = Extract<IncidentState, { status: 'closed' }>;

export const undeclared: IncidentState = { status: 'undeclared' };

export const isDeclared = (state: IncidentState): state is Incident => state.status !== 'undeclared';

/** Every alert that joined has resolved: a hint to resolve, never the deed. */
export const suggestsResolve = (incident: Incident): boolean =>
  incident.status !== 'resolved' &&
  incident.status !== 'closed' &&
  incident.alerts.firing.length === 0 &&
  incident.alerts.resolved.length > 0;

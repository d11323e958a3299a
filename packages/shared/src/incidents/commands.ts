import * as z from 'zod/mini';
import type { IncidentEvent } from './events.ts';
import type { IncidentState } from './state.ts';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { AlertId, IncidentId, UserId } from '../kernel/ids.ts';
import { Timestamp, line, prose, sentLine, text } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import type { SettingsFacts } from '../settings/values.ts';
import * as access from './decide-access.ts';
import * as alerts from './decide-alerts.ts';
import * as roles from './decide-roles.ts';
import * as decide from './decide.ts';
import { JoinedAlert } from './events.ts';
import {
  ALERTS_AT_ONCE,
  DEFAULT_SEVERITY,
  DetectionMethod,
  IncidentRole,
  Milestone,
  OpenStatus,
  ServiceName,
  Severity,
} from './values.ts';

const command = defineCommand<IncidentState, IncidentEvent, SettingsFacts>();

export const Title = line(200);
export const Reason = prose(1_000);

const SentAlert = z.extend(JoinedAlert, { title: sentLine(200), service: z.optional(sentLine(120)) });

export const DeclareIncident = z.object({
  incidentId: IncidentId,
  title: Title,
  summary: z._default(text(4_000), ''),
  severity: z._default(Severity, DEFAULT_SEVERITY),
  services: z._default(z.array(ServiceName).check(z.maxLength(50)), []),
  detection: z._default(DetectionMethod, 'employee'),
  startedAt: z.optional(Timestamp),
  private: z._default(z.boolean(), false),
  alerts: z._default(z.array(SentAlert).check(z.maxLength(ALERTS_AT_ONCE)), []),
  alertGroup: z.optional(z.string().check(z.maxLength(300))),
});

export const CloseIncident = z.object({
  incidentId: IncidentId,
  as: z._default(z.enum(['completed', 'false-alarm', 'duplicate', 'merged']), 'completed'),
  reason: z.optional(text(1_000)),
  /** The other incident, for `duplicate` and `merged`. */
  otherId: z.optional(IncidentId),
});

export const incidentCommands = {
  'incident.declare': command({
    schema: DeclareIncident,
    mode: 'confirmed',
    action: 'incident.declare',
    summary: 'Declare an incident. Only the title is needed.',
    newIds: ['incidentId'],
    counter: (now) => `incident-${new Date(now).getUTCFullYear()}`,
    streamOf: incidentStream,
    decide: decide.declareIncident,
  }),
  'incident.change-title': command({
    schema: z.object({
      incidentId: IncidentId,
      title: Title,
      base: z.optional(z.string().check(z.maxLength(200))),
      undoOf,
    }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Change the title. With `base`, the text it was written over: refused where another one stands now.',
    streamOf: incidentStream,
    decide: decide.changeTitle,
  }),
  'incident.change-summary': command({
    schema: z.object({
      incidentId: IncidentId,
      summary: text(4_000),
      base: z.optional(z.string().check(z.maxLength(4_000))),
      undoOf,
    }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Change the summary: what is broken, for whom. `base` is as for the title.',
    streamOf: incidentStream,
    decide: decide.changeSummary,
  }),
  'incident.change-severity': command({
    schema: z.object({ incidentId: IncidentId, severity: Severity, reason: z.optional(text(1_000)), undoOf }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Change the severity. Lowering it takes a reason.',
    streamOf: incidentStream,
    decide: decide.changeSeverity,
  }),
  'incident.change-status': command({
    schema: z.object({ incidentId: IncidentId, status: OpenStatus, reason: z.optional(text(1_000)), undoOf }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Move to the next status, or back to an earlier one.',
    streamOf: incidentStream,
    decide: decide.changeStatus,
  }),
  'incident.reopen': command({
    schema: z.object({ incidentId: IncidentId, reason: Reason }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Reopen a resolved or closed incident.',
    streamOf: incidentStream,
    decide: decide.reopenIncident,
  }),
  'incident.close': command({
    schema: CloseIncident,
    mode: 'confirmed',
    action: 'incident.close',
    summary: 'Close with a reason, or as false alarm, duplicate or merged.',
    streamOf: incidentStream,
    decide: decide.closeIncident,
  }),
  'incident.set-milestone': command({
    schema: z.object({ incidentId: IncidentId, milestone: Milestone, at: z.nullable(Timestamp), undoOf }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Set or clear when something happened: started, detected, acknowledged, mitigated, resolved.',
    streamOf: incidentStream,
    decide: decide.setMilestone,
  }),
  'incident.add-service': command({
    schema: z.object({ incidentId: IncidentId, service: ServiceName, undoOf }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Add an affected service.',
    streamOf: incidentStream,
    decide: decide.addService,
  }),
  'incident.remove-service': command({
    schema: z.object({ incidentId: IncidentId, service: ServiceName, undoOf }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Remove a service that is not affected after all.',
    streamOf: incidentStream,
    decide: decide.removeService,
  }),
  'incident.assign-role': command({
    schema: z.object({ incidentId: IncidentId, role: IncidentRole, userId: UserId, undoOf }),
    mode: 'confirmed',
    action: 'incident.assign-role',
    summary: 'Give a role to somebody. Command is offered instead.',
    streamOf: incidentStream,
    decide: roles.assignRole,
  }),
  'incident.release-role': command({
    schema: z.object({ incidentId: IncidentId, role: IncidentRole, undoOf }),
    mode: 'confirmed',
    action: 'incident.take-role',
    summary: 'Give up a role, or free one that somebody left.',
    streamOf: incidentStream,
    decide: roles.releaseRole,
  }),
  'incident.join-alerts': command({
    schema: z.object({
      incidentId: IncidentId,
      group: z.string().check(z.maxLength(300)),
      alerts: z.array(SentAlert).check(z.minLength(1), z.maxLength(ALERTS_AT_ONCE)),
    }),
    mode: 'confirmed',
    action: 'incident.respond',
    summary: 'Join alerts to the incident.',
    streamOf: incidentStream,
    decide: alerts.joinAlerts,
  }),
  'incident.resolve-alerts': command({
    schema: z.object({
      incidentId: IncidentId,
      alertIds: z.array(AlertId).check(z.minLength(1), z.maxLength(ALERTS_AT_ONCE)),
    }),
    mode: 'confirmed',
    action: 'alert.record',
    summary: 'Record that joined alerts have resolved.',
    streamOf: incidentStream,
    decide: alerts.resolveAlerts,
  }),
  'incident.grant-access': command({
    schema: z.object({ incidentId: IncidentId, userId: UserId }),
    mode: 'confirmed',
    action: 'incident.manage-access',
    summary: 'Let somebody see a private incident.',
    streamOf: incidentStream,
    decide: access.grantAccess,
  }),
  'incident.revoke-access': command({
    schema: z.object({ incidentId: IncidentId, userId: UserId }),
    mode: 'confirmed',
    action: 'incident.manage-access',
    summary: 'Hide a private incident from somebody again.',
    streamOf: incidentStream,
    decide: access.revokeAccess,
  }),
} as const;

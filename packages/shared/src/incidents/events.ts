import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { AlertId, IncidentId, UserId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { undoOf } from '../kernel/undo.ts';
import { DetectionMethod, IncidentKey, IncidentRole, Milestone, OpenStatus, Severity } from './values.ts';

export const Closure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('completed'), reason: z.string() }),
  z.object({ kind: z.literal('false-alarm'), reason: z.string() }),
  z.object({ kind: z.literal('duplicate'), of: IncidentId, key: IncidentKey }),
  z.object({ kind: z.literal('merged'), into: IncidentId, key: IncidentKey }),
]);
export type Closure = z.output<typeof Closure>;

export const JoinedAlert = z.object({
  alertId: AlertId,
  title: z.string(),
  service: z.optional(z.string()),
});
export type JoinedAlert = z.output<typeof JoinedAlert>;

/** `handed-over`: without being asked, as long as that could be done. */
export const ROLE_MOVES = ['taken', 'assigned', 'accepted', 'handed-over', 'released'] as const;

export const IncidentEvents = {
  'incident.declared': z.object({
    key: IncidentKey,
    title: z.string(),
    summary: z.string(),
    severity: Severity,
    services: z.array(z.string()),
    detection: DetectionMethod,
    startedAt: z.optional(Timestamp),
    private: z.boolean(),
    /** Set where an alert opened it: which group of which integration it stands for. */
    alertGroup: z.optional(z.string()),
  }),
  'incident.title-changed': z.object({ from: z.string(), to: z.string(), undoOf }),
  'incident.summary-changed': z.object({ from: z.string(), to: z.string(), undoOf }),
  'incident.severity-changed': z.object({ from: Severity, to: Severity, reason: z.optional(z.string()), undoOf }),
  'incident.status-changed': z.object({ from: OpenStatus, to: OpenStatus, reason: z.optional(z.string()), undoOf }),
  'incident.reopened': z.object({ from: z.enum(['resolved', 'closed']), reason: z.string() }),
  'incident.closed': z.object({ from: OpenStatus, closure: Closure }),
  'incident.milestone-set': z.object({
    milestone: Milestone,
    from: z.optional(Timestamp),
    to: z.optional(Timestamp),
    undoOf,
  }),
  'incident.service-added': z.object({ service: z.string(), undoOf }),
  'incident.service-removed': z.object({ service: z.string(), undoOf }),
  'incident.role-changed': z.object({
    role: IncidentRole,
    from: z.optional(UserId),
    to: z.optional(UserId),
    move: z.enum(ROLE_MOVES),
    undoOf,
  }),
  /**
   * `alerts` are new to the incident, `again` had joined before and fire once more. `news`: the first of their group, or
   * the first after all had resolved; the rest is counted.
   */
  'incident.alerts-joined': z.object({
    group: z.string(),
    alerts: z.array(JoinedAlert),
    again: z.array(AlertId),
    news: z.boolean(),
  }),
  /** `remaining`: how many of the incident's alerts fire still. */
  'incident.alerts-resolved': z.object({ alertIds: z.array(AlertId), remaining: z.int() }),
  'incident.access-granted': z.object({ userId: UserId }),
  'incident.access-revoked': z.object({ userId: UserId }),
} as const;

export type IncidentEvent = EventOf<typeof IncidentEvents>;
export type IncidentEventType = IncidentEvent['type'];

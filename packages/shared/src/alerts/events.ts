import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { IntegrationId, type AlertId } from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { AlertSeverity } from './values.ts';

/** One alert as an adapter understood it, whatever tool sent it. */
export const AlertContent = z.object({
  title: z.string(),
  description: z.string(),
  severity: AlertSeverity,
  service: z.optional(z.string()),
  labels: z.record(z.string(), z.string()),
  /** Page of the alert in its tool; http(s) only. */
  url: z.optional(z.string()),
  /** Alerts of one group belong to one incident. */
  group: z.string(),
  /** When the condition began, as the tool says; UTC ms. */
  startedAt: z.optional(Timestamp),
});
export type AlertContent = z.output<typeof AlertContent>;

export const RESOLVE_CAUSES = ['source', 'quiet', 'person'] as const;

export const AlertEvents = {
  /** A new occurrence, counted from 1. */
  'alert.fired': z.object({
    integrationId: IntegrationId,
    fingerprint: z.string(),
    occurrence: z.int(),
    content: AlertContent,
  }),
  'alert.content-changed': z.object({ content: AlertContent }),
  'alert.acknowledged': z.object({ occurrence: z.int() }),
  'alert.resolved': z.object({ occurrence: z.int(), cause: z.enum(RESOLVE_CAUSES) }),
} as const;
export type AlertEvent = EventOf<typeof AlertEvents>;

export const ALERT_STREAM_PREFIX = 'alert/';
export const alertIdOf = (stream: string): AlertId => stream.slice(ALERT_STREAM_PREFIX.length) as AlertId;

import * as z from 'zod/mini';
import { defineCommand } from '../kernel/command.ts';
import type { StreamId } from '../kernel/event.ts';
import { AlertId, IntegrationId } from '../kernel/ids.ts';
import { sentLine, sentText } from '../kernel/text.ts';
import * as decide from './decide.ts';
import { ALERT_STREAM_PREFIX, AlertContent, RESOLVE_CAUSES, type AlertEvent } from './events.ts';
import type { AlertState } from './state.ts';

const command = defineCommand<AlertState, AlertEvent>();
const streamOf = (fields: { alertId: AlertId }): StreamId => `${ALERT_STREAM_PREFIX}${fields.alertId}` as StreamId;

/** What a title and a service may be in an incident: the alert that opens one has to fit. */
const SentContent = z.extend(AlertContent, {
  title: sentLine(200),
  description: sentText(10_000),
  service: z.optional(sentLine(120)),
});

export const alertCommands = {
  'alert.fire': command({
    schema: z.object({
      alertId: AlertId,
      integrationId: IntegrationId,
      fingerprint: z.string().check(z.maxLength(300)),
      content: SentContent,
    }),
    mode: 'confirmed',
    action: 'alert.record',
    summary: 'Record that an alert fires.',
    streamOf,
    decide: decide.fireAlert,
  }),
  'alert.acknowledge': command({
    schema: z.object({ alertId: AlertId }),
    mode: 'confirmed',
    action: 'alert.acknowledge',
    summary: 'Say that somebody looks after an alert.',
    streamOf,
    decide: decide.acknowledgeAlert,
  }),
  'alert.resolve': command({
    schema: z.object({ alertId: AlertId, cause: z._default(z.enum(RESOLVE_CAUSES), 'person') }),
    mode: 'confirmed',
    action: 'alert.resolve',
    summary: 'Resolve an alert: by hand, or because its tool or its silence says so.',
    streamOf,
    decide: decide.resolveAlert,
  }),
} as const;

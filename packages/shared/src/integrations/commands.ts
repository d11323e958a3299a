import * as z from 'zod/mini';
import { defineCommand } from '../kernel/command.ts';
import type { StreamId } from '../kernel/event.ts';
import { IntegrationId } from '../kernel/ids.ts';
import { line } from '../kernel/text.ts';
import { AlertSource } from '../alerts/values.ts';
import * as decide from './decide.ts';
import { IntegrationSettings, type IntegrationEvent } from './events.ts';
import type { Integrations } from './state.ts';

const command = defineCommand<Integrations, IntegrationEvent>();

export const INTEGRATIONS_STREAM: StreamId = 'integrations/registry';
const streamOf = (): StreamId => INTEGRATIONS_STREAM;

const Name = line(80);
const TokenHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const integrationCommands = {
  'integration.create': command({
    schema: z.object({
      integrationId: IntegrationId,
      name: Name,
      source: AlertSource,
      tokenHash: TokenHash,
      settings: z.optional(z.partial(IntegrationSettings)),
    }),
    mode: 'confirmed',
    action: 'integration.manage',
    summary: 'Connect a source of alerts; the answer carries its token, once.',
    newIds: ['integrationId'],
    tokenHash: 'tokenHash',
    streamOf,
    decide: decide.createIntegration,
  }),
  'integration.change-settings': command({
    schema: z.object({
      integrationId: IntegrationId,
      name: z.optional(Name),
      settings: z._default(z.partial(IntegrationSettings), {}),
    }),
    mode: 'confirmed',
    action: 'integration.manage',
    summary: 'Change how a source behaves.',
    streamOf,
    decide: decide.changeSettings,
  }),
  'integration.replace-token': command({
    schema: z.object({ integrationId: IntegrationId, tokenHash: TokenHash }),
    mode: 'confirmed',
    action: 'integration.manage',
    summary: 'Make a new token; the old one stops working at once.',
    tokenHash: 'tokenHash',
    streamOf,
    decide: decide.replaceToken,
  }),
  'integration.remove': command({
    schema: z.object({ integrationId: IntegrationId }),
    mode: 'confirmed',
    action: 'integration.manage',
    summary: 'Disconnect a source; its alerts stay.',
    streamOf,
    decide: decide.removeIntegration,
  }),
} as const;

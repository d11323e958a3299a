import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { IntegrationId } from '../kernel/ids.ts';
import { Severity } from '../incidents/values.ts';
import { AlertSource } from '../alerts/values.ts';

export const IntegrationSettings = z.object({
  /** A critical alert without an incident opens one. */
  opensIncidents: z.boolean(),
  openedSeverity: Severity,
  /** Taken in the address too, for tools that cannot send a header. */
  tokenInUrl: z.boolean(),
  /** An alert not repeated for so long has resolved; 0 = never by silence. Seconds. */
  quietAfterS: z.int().check(z.gte(0), z.lte(7 * 86_400)),
  /** A watchdog alert not repeated for so long raises an alert by itself. Seconds. */
  watchdogAfterS: z.int().check(z.gte(30), z.lte(86_400)),
});
export type IntegrationSettings = z.output<typeof IntegrationSettings>;

export const IntegrationEvents = {
  'integration.created': z.object({
    integrationId: IntegrationId,
    name: z.string(),
    source: AlertSource,
    tokenHash: z.string(),
    settings: IntegrationSettings,
  }),
  'integration.settings-changed': z.object({
    integrationId: IntegrationId,
    name: z.string(),
    settings: IntegrationSettings,
  }),
  'integration.token-replaced': z.object({ integrationId: IntegrationId, tokenHash: z.string() }),
  'integration.removed': z.object({ integrationId: IntegrationId }),
} as const;
export type IntegrationEvent = EventOf<typeof IntegrationEvents>;

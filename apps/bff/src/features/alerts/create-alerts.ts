import { Router } from 'express';
import type { AlertSighting } from '@sitrep/shared/alerts/alert-row';
import type { AlertId, IntegrationId } from '@sitrep/shared/kernel/ids';
import type { Core } from '../../core.ts';
import type { Logger } from '../../ports/logger.ts';

export type AlertsDeps = {
  readonly core: Core;
  readonly logger: Logger;
  isAdminToken(token: string): boolean;
};

/** Everything that takes alerts in and makes incidents of them. */
export type Alerts = {
  /** Authenticated by tokens of integrations. */
  readonly ingestRoutes: Router;
  /** For people. */
  readonly routes: Router;
  sightingOf(id: AlertId): AlertSighting | undefined;
  onSighted(listener: (ids: Iterable<AlertId>) => void): void;
  lastReceivedAt(id: IntegrationId): number | undefined;
  load(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

export const createAlerts = (_deps: AlertsDeps): Alerts => ({
  ingestRoutes: Router(),
  routes: Router(),
  sightingOf: () => undefined,
  onSighted: () => undefined,
  lastReceivedAt: () => undefined,
  load: async () => undefined,
  start: async () => undefined,
  stop: async () => undefined,
});

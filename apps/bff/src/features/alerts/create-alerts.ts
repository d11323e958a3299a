import type { Router } from 'express';
import type { AlertSighting } from '@sitrep/shared/alerts/alert-row';
import type { AlertId, IncidentId, IntegrationId } from '@sitrep/shared/kernel/ids';
import type { Core } from '../../core.ts';
import type { Logger } from '../../ports/logger.ts';
import { Reactor } from '../../reactors/reactor.ts';
import { adminIntegration } from './admin-integration.ts';
import { createAlertParts } from './alert-parts.ts';
import { alertRoutes } from './alert-routes.ts';
import { ingestRoutes } from './ingest-routes.ts';

export type AlertsDeps = {
  readonly core: Core;
  readonly logger: Logger;
  readonly isAdminToken: (token: string) => boolean;
};

export type Alerts = {
  /** For tools: to be mounted before anything that asks for a session. */
  readonly ingestRoutes: Router;
  /** For people. */
  readonly routes: Router;
  readonly sightingOf: (id: AlertId) => AlertSighting | undefined;
  readonly lastReceivedAt: (id: IntegrationId) => number | undefined;
  /** Told of alerts whose counters moved, once per second at most. */
  onSighted(listener: (alertIds: ReadonlySet<AlertId>) => void): void;
  /** Resolves once what follows from everything in the log by now has been done, and shows. */
  handled(): Promise<void>;
  load(): Promise<void>;
  /** Begins to act on alerts: after the projections know the log. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** How long the answer to a test alert waits for the incident that it opens. */
const HANDLED_WITHIN_MS = 5_000;

export const createAlerts = ({ core, logger, isAdminToken }: AlertsDeps): Alerts => {
  const { log, docs, clock, ids, bus, pipeline, index } = core;
  const { integrations, sightings, unreadable, ingest, openIncidents, silence } = createAlertParts(core, logger);

  let reactor: Reactor | undefined;
  const handled = async (): Promise<void> => {
    await reactor?.handledUpTo(log.head());
    await pipeline.appliedUpTo(log.head());
  };
  const incidentsOnceHandled = async (id: AlertId): Promise<readonly IncidentId[]> => {
    await Promise.race([handled(), new Promise<void>((resolve) => clock.after(HANDLED_WITHIN_MS, resolve))]);
    await pipeline.appliedUpTo(log.head());
    return index.incidentsOf(id);
  };

  return {
    ingestRoutes: ingestRoutes({
      ingest,
      integrations,
      isAdminToken,
      adminIntegration: adminIntegration({ bus, integrations, ids }),
    }),
    routes: alertRoutes({
      ingest,
      integrations,
      unreadable,
      clock,
      ids,
      position: () => log.head(),
      incidentsOnceHandled,
    }),
    sightingOf: (id) => sightings.of(id),
    lastReceivedAt: (id) => sightings.lastReceivedAt(id),
    onSighted: (listener) => sightings.onChanged(listener),
    handled,
    load: async () => {
      await Promise.all([sightings.load(), unreadable.load()]);
    },
    start: async () => {
      const appliedUpTo = (position: number) => pipeline.appliedUpTo(position);
      reactor = await Reactor.start({ log, docs, clock, logger, appliedUpTo }, openIncidents);
      silence.start();
    },
    stop: async () => {
      await silence.stop();
      await reactor?.stop();
      await sightings.close();
    },
  };
};

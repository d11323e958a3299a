import type { Router } from 'express';
import type { AlertSighting } from '@sitrep/shared/alerts/alert-row';
import { ALERT_STREAM_PREFIX } from '@sitrep/shared/alerts/events';
import { isActive, isKnown, type Alert, type AlertState } from '@sitrep/shared/alerts/state';
import { isDeclared } from '@sitrep/shared/incidents/state';
import type { AlertId, IncidentId, IntegrationId } from '@sitrep/shared/kernel/ids';
import type { Room } from '@sitrep/shared/rooms/room';
import type { Core } from '../../core.ts';
import type { Logger } from '../../ports/logger.ts';
import { openIncidents } from '../../reactors/open-incidents.ts';
import { Reactor } from '../../reactors/reactor.ts';
import { Silence } from '../../reactors/silence.ts';
import { adminIntegration } from './admin-integration.ts';
import { alertRoutes } from './alert-routes.ts';
import { createIngest } from './ingest.ts';
import { ingestRoutes } from './ingest-routes.ts';
import { Sightings } from './sightings.ts';
import { UnreadableAlerts } from './unreadable-alerts.ts';

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
  load(): Promise<void>;
  /** Begins to act on alerts: after the projections know the log. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** How long the answer to a test alert waits for the incident that it opens. */
const HANDLED_WITHIN_MS = 5_000;

export const createAlerts = ({ core, logger, isAdminToken }: AlertsDeps): Alerts => {
  const { log, docs, clock, ids, bus, openSet, pipeline, index, people } = core;
  const integrations = () => people.integrations;
  const activeAlert = (id: AlertId): Alert | undefined => activeIn(openSet.get(`${ALERT_STREAM_PREFIX}${id}`)?.state);
  const sightings = new Sightings({ docs, clock, logger, isActive: (id) => activeAlert(id) !== undefined });
  const unreadable = new UnreadableAlerts({ docs, clock, ids });
  const ingest = createIngest({ bus, sightings, unreadable, clock, ids, logger });
  const silence = new Silence({
    bus,
    clock,
    logger,
    sightings,
    integrations,
    activeAlert,
    activeAlerts: function* () {
      for (const [stream, { state }] of openSet.entries()) {
        const alert = stream.startsWith(ALERT_STREAM_PREFIX) ? activeIn(state) : undefined;
        if (alert !== undefined) yield alert;
      }
    },
  });
  const reaction = openIncidents({
    bus,
    logger,
    integrations,
    activeAlert,
    incidents: {
      incidentForGroup: (group) => index.incidentForGroup(group),
      incidentsOf: (id) => index.incidentsOf(id),
      isUnresolved: (id) => isUnresolved(openSet.get(`incident/${id}`)?.state as Room | undefined),
    },
    allApplied: () => pipeline.appliedUpTo(log.head()),
  });

  let reactor: Reactor | undefined;
  const incidentsOnceHandled = async (id: AlertId): Promise<readonly IncidentId[]> => {
    const handled = reactor?.handledUpTo(log.head());
    await Promise.race([handled, new Promise<void>((resolve) => clock.after(HANDLED_WITHIN_MS, resolve))]);
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
    load: async () => {
      await Promise.all([sightings.load(), unreadable.load()]);
    },
    start: async () => {
      const appliedUpTo = (position: number) => pipeline.appliedUpTo(position);
      reactor = await Reactor.start({ log, docs, clock, logger, appliedUpTo }, reaction);
      silence.start();
    },
    stop: async () => {
      await silence.stop();
      await reactor?.stop();
      await sightings.close();
    },
  };
};

const activeIn = (state: unknown): Alert | undefined => {
  const alert = state as AlertState | undefined;
  return alert !== undefined && isKnown(alert) && isActive(alert) ? alert : undefined;
};

const isUnresolved = (room: Room | undefined): boolean =>
  room !== undefined &&
  isDeclared(room.incident) &&
  room.incident.status !== 'resolved' &&
  room.incident.status !== 'closed';

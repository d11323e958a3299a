import { ALERT_STREAM_PREFIX } from '@sitrep/shared/alerts/events';
import { isActive, isKnown, type Alert, type AlertState } from '@sitrep/shared/alerts/state';
import { isDeclared } from '@sitrep/shared/incidents/state';
import type { Integrations } from '@sitrep/shared/integrations/state';
import type { AlertId } from '@sitrep/shared/kernel/ids';
import type { Room } from '@sitrep/shared/rooms/room';
import type { Core } from '../../core.ts';
import type { Logger } from '../../ports/logger.ts';
import { openIncidents } from '../../reactors/open-incidents.ts';
import type { Reaction } from '../../reactors/reactor.ts';
import { Silence } from '../../reactors/silence.ts';
import { createIngest, type Ingest } from './ingest.ts';
import { Sightings } from './sightings.ts';
import { UnreadableAlerts } from './unreadable-alerts.ts';

export type AlertParts = {
  readonly integrations: () => Integrations;
  readonly sightings: Sightings;
  readonly unreadable: UnreadableAlerts;
  readonly ingest: Ingest;
  readonly openIncidents: Reaction;
  readonly silence: Silence;
};

/** Everything that takes alerts and acts on them, tied to the core's projections. */
export const createAlertParts = (core: Core, logger: Logger): AlertParts => {
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
  return { integrations, sightings, unreadable, ingest, openIncidents: reaction, silence };
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

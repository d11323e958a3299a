import { alertIdOf, type AlertContent, type AlertEvent } from '@sitrep/shared/alerts/events';
import type { Alert } from '@sitrep/shared/alerts/state';
import type { IncidentEvent, JoinedAlert } from '@sitrep/shared/incidents/events';
import type { Integrations } from '@sitrep/shared/integrations/state';
import { systemActor } from '@sitrep/shared/kernel/actor';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { Recorded } from '@sitrep/shared/kernel/event';
import type { AlertId, IncidentId, IntegrationId } from '@sitrep/shared/kernel/ids';
import type { CommandBus } from '../command-bus/command-bus.ts';
import { derivedId } from '../ids/derived-id.ts';
import type { Logger } from '../ports/logger.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { AlertChanges, type Join } from './alert-changes.ts';
import { alertGroupOf } from './alert-group.ts';
import type { Reaction } from './reactor.ts';

export type IncidentsByAlert = {
  /** Opened for this group; open and not resolved. */
  incidentForGroup(alertGroup: string): IncidentId | undefined;
  /** Open incidents that an alert has joined. */
  incidentsOf(alertId: AlertId): readonly IncidentId[];
  /** Open and not resolved. */
  isUnresolved(incidentId: IncidentId): boolean;
};

export type OpenIncidentsDeps = {
  readonly bus: CommandBus;
  readonly incidents: IncidentsByAlert;
  readonly integrations: () => Integrations;
  /** An alert that fires or is acknowledged. */
  readonly activeAlert: (id: AlertId) => Alert | undefined;
  /** Resolves once the projections have everything that is in the log. */
  readonly allApplied: () => Promise<void>;
  readonly logger: Logger;
};

type Wanted =
  | Extract<AlertEvent, { type: 'alert.fired' | 'alert.content-changed' | 'alert.resolved' }>
  | Extract<IncidentEvent, { type: 'incident.alerts-joined' }>;

type Firing = {
  readonly event: StoredEvent;
  readonly alertId: AlertId;
  readonly integrationId: IntegrationId;
  readonly content: AlertContent;
  readonly group: string;
};

const ACTOR = systemActor('alerts');
const WANTED: ReadonlySet<string> = new Set([
  'alert.fired',
  'alert.content-changed',
  'alert.resolved',
  'incident.alerts-joined',
]);

/** A critical alert without an incident opens one, once per group; what else fires in the group joins it. */
export const openIncidents = (deps: OpenIncidentsDeps): Reaction => ({
  name: 'open-incidents',
  wants: ({ type }) => WANTED.has(type),
  handle: async (batch) => {
    const turn = new Turn(deps);
    for (const event of batch) await turn.take(event);
    await turn.finish();
  },
});

/**
 * One batch. It knows what it has opened and joined before the projections do. Events that come a second time must not
 * bring back the past: what an alert does in an incident that knows it follows from what the alert does now.
 */
class Turn {
  readonly #deps: OpenIncidentsDeps;
  readonly #opened = new Map<string, IncidentId>();
  readonly #joined = new Map<AlertId, Set<IncidentId>>();
  readonly #changes: AlertChanges;
  readonly #firings = new Map<string, Firing>();

  constructor(deps: OpenIncidentsDeps) {
    this.#deps = deps;
    this.#changes = new AlertChanges(deps.bus, ACTOR, deps.logger);
  }

  async take(stored: StoredEvent): Promise<void> {
    const event = stored as StoredEvent & Recorded<Wanted>;
    const { type, data } = event;
    if (type === 'incident.alerts-joined') {
      // Somebody may put in what has just resolved.
      const incidentId = event.stream.slice('incident/'.length) as IncidentId;
      for (const id of [...data.alerts.map(({ alertId }) => alertId), ...data.again]) {
        if (this.#deps.activeAlert(id) === undefined) this.#changes.resolve(incidentId, id, event.id);
      }
      return;
    }
    const alertId = alertIdOf(event.stream);
    const active = this.#deps.activeAlert(alertId);
    if (type === 'alert.resolved') {
      if (active !== undefined) return;
      for (const id of this.#incidentsOf(alertId)) this.#changes.resolve(id, alertId, event.id);
      return;
    }
    const integrationId = type === 'alert.fired' ? data.integrationId : (active?.integrationId ?? senderOf(event));
    if (integrationId !== undefined) await this.#fires(firingOf(event, alertId, integrationId, data.content));
  }

  async finish(): Promise<void> {
    const refused = await this.#changes.send();
    if (refused.length > 0) await this.#lookAgain(refused);
  }

  async #fires(firing: Firing): Promise<void> {
    const { alertId, group, event } = firing;
    const known = this.#incidentsOf(alertId);
    const targets = this.#targetsOf(group, known);
    if (targets.size === 0) return this.#open(firing);
    const fires = this.#deps.activeAlert(alertId) !== undefined;
    this.#firings.set(event.id, firing);
    for (const incidentId of targets) {
      if (!fires && known.includes(incidentId)) continue;
      this.#changes.join({ incidentId, group, alert: joined(firing), eventId: event.id });
      this.#remember(alertId, incidentId);
    }
  }

  /** The group's incident, and those that the alert was in before, where somebody put it there by hand. */
  #targetsOf(group: string, known: readonly IncidentId[]): ReadonlySet<IncidentId> {
    const { incidents } = this.#deps;
    const ofGroup = this.#opened.get(group) ?? incidents.incidentForGroup(group);
    const before = known.filter((id) => incidents.isUnresolved(id));
    return new Set(ofGroup === undefined ? before : [ofGroup, ...before]);
  }

  #incidentsOf(alertId: AlertId): readonly IncidentId[] {
    return [...new Set([...this.#deps.incidents.incidentsOf(alertId), ...(this.#joined.get(alertId) ?? [])])];
  }

  async #open(firing: Firing): Promise<void> {
    const { event, integrationId, content, group, alertId } = firing;
    const settings = this.#deps.integrations()[integrationId]?.settings;
    if (settings?.opensIncidents !== true || content.severity !== 'critical') return;
    const incidentId = derivedId('incident', integrationId, group, event.id) as IncidentId;
    const { title, service = '', startedAt } = content;
    const input = {
      incidentId,
      title: title.trim() === '' ? 'Alert' : title,
      severity: settings.openedSeverity,
      services: service === '' ? [] : [service],
      detection: 'monitoring',
      // A tool whose clock is ahead must not stand in the way.
      ...(startedAt !== undefined && startedAt <= event.at ? { startedAt } : {}),
      alertGroup: group,
      alerts: [joined(firing)],
    };
    try {
      await this.#deps.bus.execute({ type: 'incident.declare', input, actor: ACTOR, commandId: `open:${event.id}` });
    } catch (error) {
      if (isRefusal(error) && error.code === 'unavailable') throw error;
      this.#deps.logger.error({ error, position: event.position }, 'an alert could not open an incident');
      return;
    }
    // Also where it had been opened before: then the rest of this batch comes for the second time too.
    this.#opened.set(group, incidentId);
    this.#remember(alertId, incidentId);
  }

  #remember(alertId: AlertId, incidentId: IncidentId): void {
    const incidents = this.#joined.get(alertId) ?? new Set();
    this.#joined.set(alertId, incidents.add(incidentId));
  }

  /** What could not join, because its incident was closed at this moment, is looked at once more as things are now. */
  async #lookAgain(refused: readonly Join[]): Promise<void> {
    await this.#deps.allApplied();
    const again = new Turn(this.#deps);
    for (const { eventId } of refused) {
      const firing = this.#firings.get(eventId);
      if (firing !== undefined) await again.#fires(firing);
    }
    const lost = await again.#changes.send();
    for (const { eventId } of lost) this.#deps.logger.warn({ eventId }, 'an alert found no incident to join');
  }
}

const INTEGRATION = 'integration/';

/** Of an alert that has resolved since, so that its integration is no longer at hand. */
const senderOf = ({ actor }: StoredEvent): IntegrationId | undefined =>
  actor.startsWith(INTEGRATION) ? (actor.slice(INTEGRATION.length) as IntegrationId) : undefined;

const firingOf = (
  event: StoredEvent,
  alertId: AlertId,
  integrationId: IntegrationId,
  content: AlertContent,
): Firing => ({ event, alertId, integrationId, content, group: alertGroupOf(integrationId, content.group) });

const joined = ({ alertId, content }: Firing): JoinedAlert => ({
  alertId,
  title: content.title,
  ...(content.service === undefined ? {} : { service: content.service }),
});

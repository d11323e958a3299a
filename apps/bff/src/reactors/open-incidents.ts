import { alertIdOf, type AlertContent, type AlertEvent } from '@sitrep/shared/alerts/events';
import type { Alert } from '@sitrep/shared/alerts/state';
import type { JoinedAlert } from '@sitrep/shared/incidents/events';
import type { Integrations } from '@sitrep/shared/integrations/state';
import { systemActor } from '@sitrep/shared/kernel/actor';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { Recorded } from '@sitrep/shared/kernel/event';
import type { AlertId, IncidentId, IntegrationId } from '@sitrep/shared/kernel/ids';
import type { CommandBus } from '../command-bus/command-bus.ts';
import { derivedId } from '../ids/derived-id.ts';
import type { Logger } from '../ports/logger.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { alertGroupOf } from './alert-group.ts';
import { PendingJoins, type Join } from './pending-joins.ts';
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

type Firing = {
  readonly event: StoredEvent;
  readonly alertId: AlertId;
  readonly integrationId: IntegrationId;
  readonly content: AlertContent;
  readonly group: string;
};

const ACTOR = systemActor('alerts');
const WANTED: ReadonlySet<string> = new Set(['alert.fired', 'alert.content-changed', 'alert.resolved']);

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

/** One batch: knows what it has opened and joined before the projections do. */
class Turn {
  readonly #deps: OpenIncidentsDeps;
  readonly #opened = new Map<string, IncidentId>();
  readonly #joined = new Map<AlertId, Set<IncidentId>>();
  readonly #pending: PendingJoins<Firing>;

  constructor(deps: OpenIncidentsDeps) {
    this.#deps = deps;
    this.#pending = new PendingJoins(deps.bus, ACTOR);
  }

  async take(event: StoredEvent): Promise<void> {
    const { type, data } = event as Recorded<AlertEvent> & StoredEvent;
    const alertId = alertIdOf(event.stream);
    if (type === 'alert.resolved') {
      for (const incidentId of this.#incidentsOf(alertId)) {
        await this.#send(await this.#pending.resolve(incidentId, alertId, event.id));
      }
      return;
    }
    const known = type === 'alert.fired' ? data : this.#deps.activeAlert(alertId);
    if (known === undefined || type === 'alert.acknowledged') return;
    const content = 'content' in data ? data.content : known.content;
    const { integrationId } = known;
    await this.#fires({ event, alertId, integrationId, content, group: alertGroupOf(integrationId, content.group) });
  }

  async finish(): Promise<void> {
    await this.#send(await this.#pending.flush());
  }

  async #fires(firing: Firing): Promise<void> {
    const targets = this.#targetsOf(firing);
    if (targets.size === 0) {
      await this.#open(firing);
      return;
    }
    for (const incidentId of targets) {
      this.#remember(firing.alertId, incidentId);
      const join: Join<Firing> = {
        incidentId,
        group: firing.group,
        alert: joined(firing),
        eventId: firing.event.id,
        of: firing,
      };
      await this.#send(await this.#pending.join(join));
    }
  }

  /** The group's incident, and those it was in before, where somebody put it there by hand. */
  #targetsOf({ alertId, group }: Firing): ReadonlySet<IncidentId> {
    const { incidents } = this.#deps;
    const ofGroup = this.#opened.get(group) ?? incidents.incidentForGroup(group);
    const before = this.#incidentsOf(alertId).filter((id) => incidents.isUnresolved(id));
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
    await this.#guarded(event, () =>
      this.#deps.bus.execute({
        type: 'incident.declare',
        input: {
          incidentId,
          title: title.trim() === '' ? 'Alert' : title,
          severity: settings.openedSeverity,
          services: service === '' ? [] : [service],
          detection: 'monitoring',
          // A tool whose clock is ahead must not stand in the way.
          ...(startedAt !== undefined && startedAt <= event.at ? { startedAt } : {}),
          alertGroup: group,
          alerts: [joined(firing)],
        },
        actor: ACTOR,
        commandId: `open:${event.id}`,
      }),
    );
    // Also where the incident had been opened before: then this batch comes for the second time, all of it.
    this.#opened.set(group, incidentId);
    this.#remember(alertId, incidentId);
  }

  #remember(alertId: AlertId, incidentId: IncidentId): void {
    const incidents = this.#joined.get(alertId) ?? new Set();
    this.#joined.set(alertId, incidents.add(incidentId));
  }

  /** What could not join, because its incident was closed at this moment, is looked at once more as things are now. */
  async #send(left: readonly Join<Firing>[]): Promise<void> {
    if (left.length === 0) return;
    await this.#deps.allApplied();
    const again = new Turn(this.#deps);
    for (const { of } of left) await again.#fires(of);
    const lost = await again.#pending.flush();
    for (const { of } of lost)
      this.#deps.logger.warn({ position: of.event.position }, 'an alert found no incident to join');
  }

  async #guarded(event: StoredEvent, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (isRefusal(error) && error.code === 'unavailable') throw error;
      this.#deps.logger.error({ error, position: event.position }, 'an alert could not open an incident');
    }
  }
}

const joined = ({ alertId, content }: Firing): JoinedAlert => ({
  alertId,
  title: content.title,
  ...(content.service === undefined ? {} : { service: content.service }),
});

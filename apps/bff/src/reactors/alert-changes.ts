import type { JoinedAlert } from '@sitrep/shared/incidents/events';
import type { Actor } from '@sitrep/shared/kernel/actor';
import { ALERTS_AT_ONCE } from '@sitrep/shared/incidents/values';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { AlertId, IncidentId } from '@sitrep/shared/kernel/ids';
import type { CommandBus } from '../command-bus/command-bus.ts';
import { derivedId } from '../ids/derived-id.ts';
import type { Logger } from '../ports/logger.ts';

export type Join = {
  readonly incidentId: IncidentId;
  readonly group: string;
  readonly alert: JoinedAlert;
  readonly eventId: string;
};

type Changes = {
  /** By group and alert. */
  readonly joins: Map<string, Map<AlertId, Join>>;
  /** Alert → the event that said so. */
  readonly resolves: Map<AlertId, string>;
};

/**
 * Gathers what happens to alerts in their incidents, so that a thousand alerts are one command. What happened to one alert
 * last is what counts.
 */
export class AlertChanges {
  readonly #bus: CommandBus;
  readonly #actor: Actor;
  readonly #logger: Logger;
  readonly #incidents = new Map<IncidentId, Changes>();

  constructor(bus: CommandBus, actor: Actor, logger: Logger) {
    this.#bus = bus;
    this.#actor = actor;
    this.#logger = logger;
  }

  join(join: Join): void {
    const { joins, resolves } = this.#changesOf(join.incidentId);
    const ofGroup = joins.get(join.group) ?? new Map<AlertId, Join>();
    joins.set(join.group, ofGroup.set(join.alert.alertId, join));
    resolves.delete(join.alert.alertId);
  }

  /** A join that was gathered before stays: the alert belongs to the incident, resolved. */
  resolve(incidentId: IncidentId, alertId: AlertId, eventId: string): void {
    this.#changesOf(incidentId).resolves.set(alertId, eventId);
  }

  /** Resolves once all is durable; answers the joins that their incident refused, being closed by now. */
  async send(): Promise<readonly Join[]> {
    const refused = await Promise.all([...this.#incidents].map(([id, changes]) => this.#sendOne(id, changes)));
    return refused.flat();
  }

  #changesOf(incidentId: IncidentId): Changes {
    const changes = this.#incidents.get(incidentId) ?? { joins: new Map(), resolves: new Map() };
    this.#incidents.set(incidentId, changes);
    return changes;
  }

  async #sendOne(incidentId: IncidentId, { joins, resolves }: Changes): Promise<readonly Join[]> {
    const refused: Join[] = [];
    for (const [group, byAlert] of joins) {
      const all = [...byAlert.values()];
      const sent = await this.#accepted('incident.join-alerts', all, {
        incidentId,
        group,
        alerts: all.map(({ alert }) => alert),
      });
      if (!sent) refused.push(...all);
    }
    const ends = [...resolves].map(([alertId, eventId]) => ({ alertId, eventId }));
    // One join may have brought in more than the batch that it came with.
    for (let from = 0; from < ends.length; from += ALERTS_AT_ONCE) {
      const some = ends.slice(from, from + ALERTS_AT_ONCE);
      const alertIds = some.map(({ alertId }) => alertId);
      const because = some.map(({ alertId, eventId }) => ({ eventId: `${eventId} ${alertId}` }));
      await this.#accepted('incident.resolve-alerts', because, { incidentId, alertIds });
    }
    return refused;
  }

  /** @param because the events that led to it: the same ones make the same command */
  async #accepted(
    type: 'incident.join-alerts' | 'incident.resolve-alerts',
    because: readonly { readonly eventId: string }[],
    input: { readonly incidentId: IncidentId; readonly [field: string]: unknown },
  ): Promise<boolean> {
    const commandId = derivedId(type, input.incidentId, ...because.map(({ eventId }) => eventId));
    try {
      await this.#bus.execute({ type, input, actor: this.#actor, commandId });
      return true;
    } catch (error) {
      if (!isRefusal(error) || error.code === 'unavailable') throw error;
      const { incidentId } = input;
      const fields = { type, incidentId, code: error.code, reason: error.message };
      // Closed in the meantime is what happens; anything else is worth a look.
      if (error.code === 'conflict') this.#logger.info(fields, 'an incident took no more of its alerts');
      else this.#logger.warn(fields, 'alerts could not be brought into their incident');
      return false;
    }
  }
}

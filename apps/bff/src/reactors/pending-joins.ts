import type { JoinedAlert } from '@sitrep/shared/incidents/events';
import type { Actor } from '@sitrep/shared/kernel/actor';
import { isRefusal } from '@sitrep/shared/kernel/errors';
import type { AlertId, IncidentId } from '@sitrep/shared/kernel/ids';
import type { CommandBus } from '../command-bus/command-bus.ts';
import { derivedId } from '../ids/derived-id.ts';

export type Join<Of> = {
  readonly incidentId: IncidentId;
  readonly group: string;
  readonly alert: JoinedAlert;
  readonly eventId: string;
  /** What the caller needs where the incident no longer takes it. */
  readonly of: Of;
};
type Resolve = { readonly alertId: AlertId; readonly eventId: string };
type Gathered<Of> =
  | { readonly kind: 'join'; readonly group: string; readonly joins: Join<Of>[] }
  | { readonly kind: 'resolve'; readonly resolves: Resolve[] };

const AT_ONCE = 1_000;

/**
 * Gathers what concerns one incident, so that ten thousand alerts are ten commands. The order within an incident is
 * kept: an alert that fires, resolves and fires again ends as it ended.
 */
export class PendingJoins<Of> {
  readonly #bus: CommandBus;
  readonly #actor: Actor;
  readonly #gathered = new Map<IncidentId, Gathered<Of>>();

  constructor(bus: CommandBus, actor: Actor) {
    this.#bus = bus;
    this.#actor = actor;
  }

  /** Each answers the joins that were sent now and that their incident refused. */
  async join(join: Join<Of>): Promise<readonly Join<Of>[]> {
    const { incidentId, group } = join;
    const before = this.#gathered.get(incidentId);
    if (before?.kind === 'join' && before.group === group && before.joins.length < AT_ONCE) {
      before.joins.push(join);
      return [];
    }
    this.#gathered.set(incidentId, { kind: 'join', group, joins: [join] });
    return this.#send(incidentId, before);
  }

  async resolve(incidentId: IncidentId, alertId: AlertId, eventId: string): Promise<readonly Join<Of>[]> {
    const before = this.#gathered.get(incidentId);
    if (before?.kind === 'resolve' && before.resolves.length < AT_ONCE) {
      before.resolves.push({ alertId, eventId });
      return [];
    }
    this.#gathered.set(incidentId, { kind: 'resolve', resolves: [{ alertId, eventId }] });
    return this.#send(incidentId, before);
  }

  async flush(): Promise<readonly Join<Of>[]> {
    const all = [...this.#gathered];
    this.#gathered.clear();
    const refused = await Promise.all(all.map(([incidentId, gathered]) => this.#send(incidentId, gathered)));
    return refused.flat();
  }

  async #send(incidentId: IncidentId, gathered: Gathered<Of> | undefined): Promise<readonly Join<Of>[]> {
    if (gathered === undefined) return [];
    try {
      await (gathered.kind === 'join'
        ? this.#sendJoins(incidentId, gathered)
        : this.#sendResolves(incidentId, gathered.resolves));
      return [];
    } catch (error) {
      if (!isRefusal(error) || error.code === 'unavailable') throw error;
      return gathered.kind === 'join' ? gathered.joins : [];
    }
  }

  #sendJoins(incidentId: IncidentId, { group, joins }: Gathered<Of> & { kind: 'join' }): Promise<unknown> {
    return this.#bus.execute({
      type: 'incident.join-alerts',
      input: { incidentId, group, alerts: joins.map(({ alert }) => alert) },
      actor: this.#actor,
      commandId: `join:${derivedId(incidentId, ...joins.map(({ eventId }) => eventId))}`,
    });
  }

  #sendResolves(incidentId: IncidentId, resolves: readonly Resolve[]): Promise<unknown> {
    return this.#bus.execute({
      type: 'incident.resolve-alerts',
      input: { incidentId, alertIds: resolves.map(({ alertId }) => alertId) },
      actor: this.#actor,
      commandId: `resolve:${derivedId(incidentId, ...resolves.map(({ eventId }) => eventId))}`,
    });
  }
}

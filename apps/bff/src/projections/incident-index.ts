import { isDeclared, type IncidentState } from '@sitrep/shared/incidents/state';
import type { AlertId, IncidentId } from '@sitrep/shared/kernel/ids';
import type { Room } from '@sitrep/shared/rooms/room';
import { openRooms } from './open-rooms.ts';
import type { OpenSet } from './open-set.ts';
import type { Applied } from './pipeline.ts';

/** Open incidents by key, by alert group and by alert. */
export class IncidentIndex {
  readonly #byKey = new Map<string, IncidentId>();
  readonly #byGroup = new Map<string, IncidentId>();
  readonly #byAlert = new Map<AlertId, Set<IncidentId>>();

  constructor(openSet: OpenSet) {
    for (const [, { incident }] of openRooms(openSet)) this.#changed(undefined, incident);
  }

  readonly apply = (batch: readonly Applied[]): void => {
    for (const { event, before, after } of batch) {
      if (event.type.startsWith('incident.')) {
        this.#changed((before.state as Room).incident, (after.state as Room).incident);
      }
    }
  };

  /** Of an open incident. */
  idOf(key: string): IncidentId | undefined {
    return this.#byKey.get(key);
  }

  /** The incident that further alerts of a group join: open and not resolved. */
  incidentForGroup(group: string): IncidentId | undefined {
    return this.#byGroup.get(group);
  }

  /** Open incidents that an alert has joined. */
  incidentsOf(alertId: AlertId): readonly IncidentId[] {
    return [...(this.#byAlert.get(alertId) ?? [])];
  }

  #changed(before: IncidentState | undefined, after: IncidentState): void {
    if (!isDeclared(after)) return;
    const { id, key, alertGroup } = after;
    const open = after.status !== 'closed';
    if (open) this.#byKey.set(key, id);
    else this.#byKey.delete(key);
    if (alertGroup !== undefined) {
      if (open && after.status !== 'resolved') this.#byGroup.set(alertGroup, id);
      else if (this.#byGroup.get(alertGroup) === id) this.#byGroup.delete(alertGroup);
    }
    if (before !== undefined && isDeclared(before) && before.alerts === after.alerts && open) return;
    for (const alertId of [...after.alerts.firing, ...after.alerts.resolved]) {
      const incidents = this.#byAlert.get(alertId) ?? new Set();
      if (open) incidents.add(id);
      else incidents.delete(id);
      if (incidents.size > 0) this.#byAlert.set(alertId, incidents);
      else this.#byAlert.delete(alertId);
    }
  }
}

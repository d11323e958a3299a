import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { PresenceAnswer, PresenceChange, PresenceReport, PresentPerson } from '@sitrep/shared/protocol/presence';

type Listener = (change: PresenceChange) => void;
type Room = { step: number; readonly here: Map<Listener, PresentPerson> };

/** The server's half of presence: everybody counts once, every change is told at once. */
export class ModelPresence {
  readonly #rooms = new Map<IncidentId, Room>();

  join(id: UserId, listener: Listener, { incidentId, ...does }: PresenceReport, since: number): PresenceAnswer {
    const room = this.#rooms.get(incidentId) ?? { step: 0, here: new Map() };
    this.#rooms.set(incidentId, room);
    room.here.set(listener, { id, since, doing: does.doing });
    this.#tell(incidentId, room, [id], listener);
    return structuredClone({ outcome: 'joined', step: room.step, people: this.people(incidentId) });
  }

  report(listener: Listener, { incidentId, doing, entryId }: PresenceReport): void {
    const room = this.#rooms.get(incidentId);
    const person = room?.here.get(listener);
    if (room === undefined || person === undefined) return;
    const { id, since } = person;
    room.here.set(listener, { id, since, doing, ...(entryId === undefined ? {} : { entryId }) });
    this.#tell(incidentId, room, [id]);
  }

  /** Without an incident: of every room. */
  leave(listener: Listener, incidentId?: IncidentId): void {
    for (const [id, room] of this.#rooms) {
      const person = incidentId === undefined || id === incidentId ? room.here.get(listener) : undefined;
      if (person === undefined) continue;
      room.here.delete(listener);
      this.#tell(id, room, [person.id]);
    }
  }

  people(incidentId: IncidentId): readonly PresentPerson[] {
    return [...new Map([...(this.#rooms.get(incidentId)?.here.values() ?? [])].map((one) => [one.id, one])).values()];
  }

  #tell(incidentId: IncidentId, room: Room, ids: readonly UserId[], except?: Listener): void {
    room.step += 1;
    const now = this.people(incidentId);
    const changed = now.filter(({ id }) => ids.includes(id));
    const gone = ids.filter((id) => now.every((person) => person.id !== id));
    const change: PresenceChange = { incidentId, prev: room.step - 1, step: room.step, changed, gone };
    for (const listener of room.here.keys()) if (listener !== except) listener(structuredClone(change));
  }
}

import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import { isDeclared } from '@sitrep/shared/incidents/state';
import { parseTopic, privateRowTopic, roomTopic } from '@sitrep/shared/protocol/topics';
import type { Room } from '@sitrep/shared/rooms/room';
import { visibleTo } from '@sitrep/shared/kernel/permissions';
import type { Applied } from '../projections/pipeline.ts';
import type { LiveServer, LiveSocket } from './live-socket.ts';
import type { Presence } from './presence.ts';
import type { Subscriptions } from './subscriptions.ts';

const MOVES_ACCESS = new Set([
  'incident.declared',
  'incident.reopened',
  'incident.role-changed',
  'incident.access-granted',
  'incident.access-revoked',
]);

/** Checks rights again when they change: tells clients of private incidents they may see now, takes away the others. */
export class AccessWatch {
  readonly #io: LiveServer;
  readonly #subscriptions: Subscriptions;
  readonly #presence: Pick<Presence, 'remove'>;

  constructor(io: LiveServer, subscriptions: Subscriptions, presence: Pick<Presence, 'remove'>) {
    this.#io = io;
    this.#subscriptions = subscriptions;
    this.#presence = presence;
  }

  apply(batch: readonly Applied[]): void {
    for (const { event, after } of batch) {
      if (event.type === 'people.role-changed') {
        const { userId } = event.data as { userId: UserId };
        for (const socket of this.#sockets()) if (socket.data.userId === userId) this.#recheckAll(socket);
      }
      if (!MOVES_ACCESS.has(event.type)) continue;
      const { incident } = after.state as Room;
      if (!isDeclared(incident) || !incident.private) continue;
      for (const socket of this.#sockets()) {
        const actor = this.#subscriptions.actor(socket.data.userId);
        this.#settle(socket, incident.id, actor !== undefined && visibleTo(actor, incident));
      }
    }
  }

  #recheckAll(socket: LiveSocket): void {
    const actor = this.#subscriptions.actor(socket.data.userId);
    const onBoard = new Set(actor === undefined ? [] : this.#subscriptions.privateRowsFor(actor));
    for (const id of new Set([...onBoard, ...socket.data.privateRows, ...joinedIncidents(socket)])) {
      const visible = actor !== undefined && this.#subscriptions.mayRead(actor, id);
      if (!visible || onBoard.has(id)) this.#settle(socket, id, visible);
    }
  }

  #settle(socket: LiveSocket, id: IncidentId, visible: boolean): void {
    const { privateRows, present } = socket.data;
    const topics = [privateRowTopic(id), roomTopic(id)];
    if (visible && !privateRows.has(id)) {
      privateRows.add(id);
      socket.emit('access:changed', { also: [privateRowTopic(id)], lost: [] });
    }
    if (!visible && (privateRows.has(id) || present.has(id) || topics.some((topic) => socket.rooms.has(topic)))) {
      privateRows.delete(id);
      this.#presence.remove(socket, id);
      for (const topic of topics) void socket.leave(topic);
      socket.emit('access:changed', { also: [], lost: topics });
    }
  }

  #sockets(): Iterable<LiveSocket> {
    return this.#io.sockets.sockets.values();
  }
}

const joinedIncidents = (socket: LiveSocket): readonly IncidentId[] => [
  ...socket.data.present,
  ...[...socket.rooms].flatMap((room) => {
    const topic = parseTopic(room);
    return topic === undefined || topic.kind === 'list' ? [] : [topic.incidentId];
  }),
];

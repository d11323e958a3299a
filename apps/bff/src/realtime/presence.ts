import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { PresenceLeave, PresenceReport, type PresenceAnswer } from '@sitrep/shared/protocol/presence';
import { parseTopic, roomTopic } from '@sitrep/shared/protocol/topics';
import type { Clock } from '../ports/clock.ts';
import type { Frame } from './frames.ts';
import { TOPICS_AT_ONCE } from './limits.ts';
import type { LiveSocket } from './live-socket.ts';
import { PresenceRoom } from './presence-room.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Topics } from './topics.ts';

type Reply = (answer: PresenceAnswer | Frame) => void;
type Refused = Extract<PresenceAnswer, { outcome: 'refused' }>;

export type PresenceDeps = {
  readonly topics: Pick<Topics, 'room'>;
  readonly subscriptions: Subscriptions;
  readonly clock: Clock;
  /** Sends to every socket in a Socket.IO room. */
  broadcast(room: string, frame: Frame): void;
};

/** The Socket.IO room of those who are present; no topic, so that nobody can subscribe to it. */
const presenceOf = (id: IncidentId): string => `presence/${id}`;

/** Who is in which room. In memory alone: it ends with the sockets, and nothing of it is worth keeping. */
export class Presence {
  readonly #deps: PresenceDeps;
  readonly #rooms = new Map<IncidentId, PresenceRoom>();

  constructor(deps: PresenceDeps) {
    this.#deps = deps;
  }

  /** Whether anybody is present in the room of a topic. */
  holds(topic: string): boolean {
    const parsed = parseTopic(topic);
    return parsed?.kind === 'room' && this.#rooms.has(parsed.incidentId);
  }

  join(socket: LiveSocket, request: unknown, reply: Reply): void {
    const parsed = PresenceReport.safeParse(request);
    if (!parsed.success) {
      reply(refused('invalid', 'There is no such room.'));
      return;
    }
    const held = this.#deps.subscriptions.hold(roomTopic(parsed.data.incidentId));
    if (held === undefined) {
      this.#join(socket, parsed.data, reply);
      return;
    }
    held.then(
      (release) => {
        if (socket.connected) this.#join(socket, parsed.data, reply);
        release();
      },
      () => reply(refused('unavailable', 'The log cannot be read right now.')),
    );
  }

  report(socket: LiveSocket, request: unknown): void {
    const parsed = PresenceReport.safeParse(request);
    if (!parsed.success) return;
    const room = this.#rooms.get(parsed.data.incidentId);
    if (room?.has(socket.data.userId, socket.id) !== true) return;
    room.report(socket.data.userId, socket.id, parsed.data);
    room.push();
  }

  leave(socket: LiveSocket, request: unknown): void {
    const parsed = PresenceLeave.safeParse(request);
    if (parsed.success) this.remove(socket, parsed.data.incidentId);
  }

  /** Left, or may see the incident no longer: tells the others, and this one no more. */
  remove(socket: LiveSocket, id: IncidentId): void {
    if (!socket.data.present.delete(id)) return;
    void socket.leave(presenceOf(id));
    const room = this.#rooms.get(id);
    room?.leave(socket.data.userId, socket.id);
    if (room?.isEmpty === true) {
      room.close();
      this.#rooms.delete(id);
    } else room?.push();
  }

  /** The connection is gone. */
  removeAll(socket: LiveSocket): void {
    for (const id of socket.data.present) this.remove(socket, id);
  }

  #join(socket: LiveSocket, report: PresenceReport, reply: Reply): void {
    const { incidentId } = report;
    const { userId, present } = socket.data;
    const refusal = this.#refusal(socket, incidentId);
    if (refusal !== undefined) {
      this.remove(socket, incidentId);
      reply(refusal);
      return;
    }
    const room = this.#room(incidentId);
    room.report(userId, socket.id, report);
    present.add(incidentId);
    void socket.join(presenceOf(incidentId));
    // The answer first: what follows is told as steps from there.
    reply(room.answer());
    room.push();
  }

  #refusal(socket: LiveSocket, id: IncidentId): Refused | undefined {
    const { subscriptions } = this.#deps;
    const actor = subscriptions.actor(socket.data.userId);
    if (actor === undefined) return refused('unauthenticated', 'Sign in again.');
    if (!subscriptions.mayRead(actor, id)) return refused('not-found', 'There is no such incident.');
    if (socket.data.present.has(id) || socket.data.present.size < TOPICS_AT_ONCE) return undefined;
    return refused('rate-limited', `A page can be in ${TOPICS_AT_ONCE} rooms at once.`);
  }

  #room(id: IncidentId): PresenceRoom {
    const existing = this.#rooms.get(id);
    if (existing !== undefined) return existing;
    // Keeps the incident in memory: rights are checked against it when they change.
    this.#deps.topics.room(id);
    const room = new PresenceRoom(id, this.#deps.clock, (frame) => this.#deps.broadcast(presenceOf(id), frame));
    this.#rooms.set(id, room);
    return room;
  }
}

const refused = (code: Refused['code'], message: string): Refused => ({ outcome: 'refused', code, message });

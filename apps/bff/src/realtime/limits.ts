import type { UserId } from '@sitrep/shared/kernel/ids';
import type { SubscribeAnswer } from '@sitrep/shared/protocol/socket';
import { parseTopic } from '@sitrep/shared/protocol/topics';
import type { LiveSocket } from './live-socket.ts';

export const SOCKETS_PER_PERSON = 40;
/** What a page shows, many times over. */
export const TOPICS_AT_ONCE = 60;

export const TOO_MANY_TOPICS: SubscribeAnswer = {
  outcome: 'refused',
  code: 'rate-limited',
  message: `A page can follow ${TOPICS_AT_ONCE} topics at once.`,
};

/** Private rows do not count: there are only as many as somebody may see. */
export const mayJoin = (socket: LiveSocket, topic: string): boolean => {
  if (socket.rooms.has(topic) || parseTopic(topic)?.kind === 'private-row') return true;
  let counted = 0;
  for (const room of socket.rooms) {
    const kind = parseTopic(room)?.kind;
    if (kind === 'list' || kind === 'room') counted += 1;
  }
  return counted < TOPICS_AT_ONCE;
};

/** Whose connections there are how many of. */
export class SocketCount {
  readonly #limit: number;
  readonly #held = new Map<UserId, number>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether there was room; the connection counts until it closes. */
  add(userId: UserId, connection: { once(event: 'close', listener: () => void): unknown }): boolean {
    const held = this.#held.get(userId) ?? 0;
    if (held >= this.#limit) return false;
    this.#held.set(userId, held + 1);
    connection.once('close', () => this.#remove(userId));
    return true;
  }

  #remove(userId: UserId): void {
    const left = (this.#held.get(userId) ?? 0) - 1;
    if (left > 0) this.#held.set(userId, left);
    else this.#held.delete(userId);
  }
}

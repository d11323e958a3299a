import { io, type Socket } from 'socket.io-client';
import type { ListSnapshot, RoomSnapshot } from '@sitrep/shared/protocol/http';
import {
  PROTOCOL,
  type ClientToServer,
  type ServerToClient,
  type SubscribeAnswer,
} from '@sitrep/shared/protocol/socket';
import type { Person } from './person.ts';
import { TopicReplica } from './topic-replica.ts';
import { until } from './until.ts';

type LiveSocket = Socket<ServerToClient, ClientToServer>;
type Ended = Parameters<ServerToClient['session:ended']>[0]['reason'];

export type LiveOptions = {
  /** Where the socket goes, where that is not the server itself. */
  readonly port?: number;
  readonly origin?: string | undefined;
  readonly protocol?: unknown;
  readonly reconnection?: boolean;
};

const ANSWER_WITHIN_MS = 1_500;

export const openSocket = (person: Pick<Person, 'port' | 'cookie'>, options: LiveOptions = {}): LiveSocket => {
  const port = options.port ?? person.port;
  const origin = 'origin' in options ? options.origin : `http://127.0.0.1:${port}`;
  return io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    auth: { protocol: 'protocol' in options ? options.protocol : PROTOCOL },
    extraHeaders: { cookie: person.cookie, ...(origin === undefined ? {} : { origin }) },
    reconnection: options.reconnection ?? false,
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
    forceNew: true,
  });
};

/** A page without a screen: a real socket, a replica per topic, gaps asked for, rights followed. */
export class LiveClient {
  readonly socket: LiveSocket;
  readonly replicas = new Map<string, TopicReplica>();
  readonly also: string[] = [];
  readonly lost: string[] = [];
  /** How subscriptions were answered, per topic. */
  readonly answers: { readonly topic: string; readonly outcome: SubscribeAnswer['outcome'] }[] = [];
  /** All that came over the wire, as text. */
  readonly frames: string[] = [];
  heartbeats = 0;
  ended: Ended | undefined;
  readonly #person: Person;
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();

  constructor(person: Person, options: LiveOptions = {}) {
    this.#person = person;
    this.socket = openSocket(person, options);
    this.socket.io.on('open', () => this.socket.io.engine.on('data', (data) => this.frames.push(String(data))));
    this.socket.on('connect', () => {
      for (const topic of this.replicas.keys()) this.#resync(topic);
    });
    this.socket.on('topic:updated', (update) => {
      const replica = this.replicas.get(update.topic);
      if (replica !== undefined && replica.apply(update) === 'gap') this.#resync(update.topic);
    });
    this.socket.on('heartbeat', () => (this.heartbeats += 1));
    this.socket.on('session:ended', ({ reason }) => (this.ended = reason));
    this.socket.on('access:changed', ({ also, lost }) => {
      this.also.push(...also);
      this.lost.push(...lost);
      for (const topic of lost) this.replicas.delete(topic);
      for (const topic of also) void this.follow(topic);
    });
  }

  /** Subscribes, and resolves when the topic is held. */
  async follow(topic: string): Promise<TopicReplica> {
    const replica = this.replicas.get(topic) ?? new TopicReplica(topic);
    this.replicas.set(topic, replica);
    this.#resync(topic);
    await until(`${topic} is held`, () => replica.position !== undefined || !this.replicas.has(topic));
    return replica;
  }

  /** One subscription by itself, without a replica. */
  subscribe(topic: string, after?: number): Promise<SubscribeAnswer> {
    const request = after === undefined ? { topic } : { topic, after };
    return this.socket.timeout(ANSWER_WITHIN_MS).emitWithAck('topic:subscribe', request);
  }

  close(): void {
    this.socket.disconnect();
  }

  /** Asks for what is missing; what comes meanwhile is asked for again, so nothing is buffered. */
  #resync(topic: string): void {
    // An update may be read before the answer that it follows: what did not fit then has to be asked for once more.
    if (this.#running.has(topic)) {
      this.#again.add(topic);
      return;
    }
    const run = this.#catchUp(topic).finally(() => this.#running.delete(topic));
    this.#running.set(topic, run);
  }

  async #catchUp(topic: string): Promise<void> {
    for (let replica = this.replicas.get(topic); replica !== undefined; replica = this.replicas.get(topic)) {
      if (!this.socket.connected) return;
      const answer = await this.subscribe(topic, replica.position).catch(() => undefined);
      if (answer === undefined) continue;
      this.answers.push({ topic, outcome: answer.outcome });
      if (answer.outcome === 'refused') {
        this.replicas.delete(topic);
        return;
      }
      for (const further of answer.also) if (!this.replicas.has(further)) void this.follow(further);
      if (answer.outcome === 'resumed') {
        const complete = answer.updates.every((update) => replica?.apply(update) !== 'gap');
        if (complete && this.replicas.get(topic) === replica && !this.#again.delete(topic)) return;
      } else {
        const snapshot = await this.#person.get(`/topics/${topic}`).catch(() => undefined);
        if (snapshot?.status === 200) replica.take(snapshot.json<ListSnapshot | RoomSnapshot>());
      }
    }
  }
}

export const connectLive = async (person: Person, options: LiveOptions = {}): Promise<LiveClient> => {
  const client = new LiveClient(person, options);
  await until(`${person.handle} is connected`, () => client.socket.connected);
  return client;
};

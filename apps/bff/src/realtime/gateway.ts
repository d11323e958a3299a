import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { UserId } from '@sitrep/shared/kernel/ids';
import {
  Handshake,
  HEARTBEAT_MS,
  Subscribe,
  Unsubscribe,
  type HandshakeRefusal,
  type SubscribeAnswer,
} from '@sitrep/shared/protocol/socket';
import { parseTopic } from '@sitrep/shared/protocol/topics';
import type { Session, Sessions } from '../identity/sessions.ts';
import type { Clock } from '../ports/clock.ts';
import type { Applied } from '../projections/pipeline.ts';
import { AccessWatch } from './access-watch.ts';
import { Connected } from './connected.ts';
import type { Frame } from './frames.ts';
import { mayJoin, SocketCount, TOO_MANY_TOPICS } from './limits.ts';
import type { LiveServer, LiveSocket, SocketData } from './live-socket.ts';
import { LeanAdapter } from './lean-adapter.ts';
import { preSerialisedParser } from './pre-serialised-parser.ts';
import { Presence } from './presence.ts';
import type { Subscriptions } from './subscriptions.ts';
import { TokenBucket } from './token-bucket.ts';
import type { Topics } from './topics.ts';

export type GatewayDeps = {
  readonly topics: Topics;
  readonly subscriptions: Subscriptions;
  readonly sessions: Sessions;
  readonly clock: Clock;
  head(): number;
  /** Session of a handshake, by its cookie. */
  sessionOf(headers: { cookie?: string | undefined }): Session | undefined;
  readonly socketsPerPerson: number;
  isAllowedOrigin(headers: { origin?: string | undefined; host?: string | undefined }): boolean;
};

type Engine = { readonly clients: Record<string, { readonly transport: { readonly socket?: { terminate(): void } } }> };

type Answer = SubscribeAnswer | Frame;
type PresenceReply = Parameters<Presence['join']>[2];

const LARGEST_MESSAGE_BYTES = 64 * 1024;
const GOODBYE_MS = 1_000;
const FORGET_ROOMS_MS = 10 * 60_000;
// A page subscribes to a handful of topics; a hundred at once is a broken or hostile client.
const MESSAGES_AT_ONCE = 100;
const MESSAGES_PER_S = 20;
// To say who it is, once connected.
const INTRODUCTION_MS = 10_000;

/** Topic updates over Socket.IO. Commands never come this way. */
export class Gateway {
  readonly #deps: GatewayDeps;
  readonly #io: LiveServer;
  readonly #access: AccessWatch;
  readonly #presence: Presence;
  readonly #sockets: SocketCount;
  readonly connected: Connected;
  #cancelTimers: (() => void)[] = [];

  constructor(server: HttpServer, deps: GatewayDeps) {
    this.#deps = deps;
    this.#sockets = new SocketCount(deps.socketsPerPerson);
    this.connected = new Connected(deps.clock);
    this.#io = new Server(server, {
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      httpCompression: false,
      connectTimeout: INTRODUCTION_MS,
      maxHttpBufferSize: LARGEST_MESSAGE_BYTES,
      // A dead connection is let go of within 15 s.
      pingInterval: 10_000,
      pingTimeout: 5_000,
      parser: preSerialisedParser,
      adapter: LeanAdapter,
      // `cors` does not protect WebSocket (docs/decisions/003-realtime.md): the Origin is checked here.
      allowRequest: (request, decide) => decide(null, deps.isAllowedOrigin(request.headers)),
    });
    this.#presence = new Presence({
      ...deps,
      broadcast: (room, frame) => this.#io.to(room).emit('presence:changed', frame as never),
    });
    this.#access = new AccessWatch(this.#io, deps.subscriptions, this.#presence);
    this.#io.use((socket, next) => {
      const refusal = this.#admit(socket);
      next(refusal === undefined ? undefined : Object.assign(new Error(refusal), { data: { code: refusal } }));
    });
    this.#io.on('connection', (socket) => this.#listen(socket));
    deps.sessions.onEnd((session) => this.#disconnect((data) => data.sessionId === session.id, 'signed-out'));
  }

  start(): void {
    this.#every(HEARTBEAT_MS, () => this.#beat());
    this.#every(FORGET_ROOMS_MS, () =>
      this.#deps.topics.forgetRooms(
        (topic) => this.#io.sockets.adapter.rooms.has(topic) || this.#presence.holds(topic),
      ),
    );
  }

  readonly broadcast = (topic: string, frame: Frame): void => {
    // The parser writes a frame as the update it holds.
    this.#io.to(topic).emit('topic:updated', frame as never);
  };

  /** Rights first: whoever lost theirs hears nothing of what follows. */
  readonly apply = (batch: readonly Applied[]): void => {
    for (const { event } of batch) {
      if (event.type !== 'people.deactivated') continue;
      const { userId } = event.data as { userId: UserId };
      this.#disconnect((data) => data.userId === userId, 'deactivated');
      void this.#deps.sessions.endAllOf(userId).catch(() => undefined);
    }
    this.#access.apply(batch);
  };

  get connections(): number {
    return this.#io.engine.clientsCount;
  }

  close(): void {
    for (const cancel of this.#cancelTimers) cancel();
    this.#cancelTimers = [];
    const connections = Object.values((this.#io.engine as unknown as Engine).clients);
    // The connection ends, not the session: whoever was told goodbye by name would not come back by itself.
    this.#io.engine.close();
    // A client that does not read never answers the goodbye.
    const cut = (): void => connections.forEach(({ transport }) => transport.socket?.terminate());
    setTimeout(cut, GOODBYE_MS).unref();
  }

  #admit(socket: LiveSocket): HandshakeRefusal | undefined {
    if (!Handshake.safeParse(socket.handshake.auth).success) return 'protocol';
    const session = this.#deps.sessionOf(socket.handshake.headers);
    if (session === undefined) return 'unauthenticated';
    if (!this.#sockets.add(session.userId, socket.conn)) return 'busy';
    socket.data = {
      userId: session.userId,
      sessionId: session.id,
      privateRows: new Set(),
      present: new Set(),
      budget: new TokenBucket(this.#deps.clock, MESSAGES_AT_ONCE, MESSAGES_PER_S),
    };
    forgetHandshake(socket);
    return undefined;
  }

  #listen(socket: LiveSocket): void {
    // Every message counts, known or not.
    socket.use((_message, next) => {
      if (this.#withinBudget(socket)) next();
    });
    socket.on('topic:subscribe', (request: unknown, answer: unknown) => {
      if (typeof answer === 'function') this.#subscribe(socket, request, answer as (answer: Answer) => void);
    });
    socket.on('topic:unsubscribe', (request: unknown) => {
      const parsed = Unsubscribe.safeParse(request);
      if (parsed.success) void socket.leave(parsed.data.topic);
    });
    socket.on('presence:join', (request: unknown, answer: unknown) => {
      if (typeof answer === 'function') this.#presence.join(socket, request, answer as PresenceReply);
    });
    socket.on('presence:report', (request: unknown) => this.#presence.report(socket, request));
    socket.on('presence:leave', (request: unknown) => this.#presence.leave(socket, request));
    this.connected.add(socket.data.userId);
    socket.on('disconnect', () => {
      this.connected.remove(socket.data.userId);
      this.#presence.removeAll(socket);
    });
    socket.emit('heartbeat', this.#heartbeat());
  }

  #subscribe(socket: LiveSocket, request: unknown, reply: (answer: Answer) => void): void {
    const parsed = Subscribe.safeParse(request);
    if (!parsed.success) {
      reply({ outcome: 'refused', code: 'invalid', message: 'There is no such topic.' });
      return;
    }
    if (!mayJoin(socket, parsed.data.topic)) {
      reply(TOO_MANY_TOPICS);
      return;
    }
    const held = this.#deps.subscriptions.hold(parsed.data.topic);
    if (held === undefined) {
      reply(this.#join(socket, parsed.data));
      return;
    }
    held.then(
      (release) => {
        // Others may have been joined while this one was loaded.
        if (socket.connected)
          reply(mayJoin(socket, parsed.data.topic) ? this.#join(socket, parsed.data) : TOO_MANY_TOPICS);
        release();
      },
      () => reply({ outcome: 'refused', code: 'unavailable', message: 'The log cannot be read right now.' }),
    );
  }

  #join(socket: LiveSocket, { topic, after }: Subscribe): Answer {
    const answer = this.#deps.subscriptions.answer(socket.data.userId, topic, after);
    if ('refused' in answer) {
      this.#forget(socket, topic);
      return answer.refused;
    }
    // Joining and answering happen in one tick: nothing can come between them.
    void socket.join(topic);
    for (const id of answer.privateRows) socket.data.privateRows.add(id);
    return answer.frame;
  }

  /** Whoever is told that a private row is gone has to be told when it comes back. */
  #forget(socket: LiveSocket, topic: string): void {
    const parsed = parseTopic(topic);
    if (parsed?.kind !== 'private-row') return;
    socket.data.privateRows.delete(parsed.incidentId);
    void socket.leave(topic);
  }

  #withinBudget(socket: LiveSocket): boolean {
    if (socket.data.budget.take()) return true;
    socket.disconnect(true);
    return false;
  }

  #disconnect(matches: (data: SocketData) => boolean, reason: 'signed-out' | 'deactivated' | 'expired'): void {
    for (const socket of this.#io.sockets.sockets.values()) {
      if (!matches(socket.data)) continue;
      socket.emit('session:ended', { reason });
      socket.disconnect(true);
    }
  }

  #beat(): void {
    this.#io.emit('heartbeat', this.#heartbeat());
    this.#disconnect((data) => !this.#deps.sessions.isLive(data.sessionId), 'expired');
  }

  #heartbeat(): { serverTime: number; head: number } {
    return { serverTime: this.#deps.clock.now(), head: this.#deps.head() };
  }

  #every(ms: number, task: () => void): void {
    const slot = this.#cancelTimers.length;
    const next = (): void => {
      this.#cancelTimers[slot] = this.#deps.clock.after(ms, () => {
        next();
        task();
      });
    };
    this.#cancelTimers.push(() => undefined);
    next();
  }
}

/** The handshake request, headers and all, would be held as long as the connection lasts. */
const forgetHandshake = (socket: LiveSocket): void => {
  socket.handshake.headers = {};
  Object.assign(socket.conn, { request: undefined });
};

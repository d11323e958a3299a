import { userActor, type Actor } from '@sitrep/shared/kernel/actor';
import type { ErrorCode } from '@sitrep/shared/kernel/errors';
import type { CommandOf, CommandType } from '@sitrep/shared/protocol/catalogue';
import { parseCommand } from '@sitrep/shared/protocol/decide-command';
import type { PresenceChange } from '@sitrep/shared/protocol/presence';
import type { Me } from '@sitrep/shared/protocol/http';
import { HEARTBEAT_MS, PROTOCOL, type ServerToClient, type TopicUpdate } from '@sitrep/shared/protocol/socket';
import { CommandProblem, unreachable } from '../command-problem.ts';
import type { Link, LinkEvents, OpenLink } from '../link.ts';
import type { ManualScheduler } from './manual-scheduler.ts';
import type { ModelServer } from './model-server.ts';

/** Probabilities, 0 to 1. */
export type Faults = {
  drop: number;
  double: number;
  late: number;
  requestLost: number;
  answerLost: number;
};

const NO_FAULTS: Faults = { drop: 0, double: 0, late: 0, requestLost: 0, answerLost: 0 };

export type ModelNetwork = {
  readonly faults: Faults;
  readonly heal: () => void;
  readonly fetch: typeof fetch;
  readonly openLink: OpenLink;
  /** Nothing gets through either way, and nobody is told: a cable pulled. */
  cut: boolean;
  /** Sockets close, as when the server restarts. */
  readonly closeSockets: () => void;
  readonly tellAccess: ServerToClient['access:changed'];
  readonly endSession: (reason: 'signed-out' | 'deactivated' | 'expired') => void;
  readonly sessionOf: { me: Me | undefined; protocol: number };
  /** Every command request that reached the server, in order. */
  readonly received: string[];
};

const STATUS: Partial<Record<ErrorCode, number>> = { unauthenticated: 401, 'not-found': 404 };

const jsonResponse = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** One client's way to the server, as bad as its faults say. */
export const createModelNetwork = (
  server: ModelServer,
  scheduler: ManualScheduler,
  me: Me | undefined,
): ModelNetwork => {
  const faults: Faults = { ...NO_FAULTS };
  const closers = new Set<() => void>();
  const told = new Set<LinkEvents>();
  const happens = (probability: number) => scheduler.random() < probability;
  const travel = () =>
    new Promise<void>((resolve) => {
      scheduler.after(happens(faults.late) ? 400 * scheduler.random() : 5, resolve);
    });

  const answer = (method: string, path: string, init: RequestInit | undefined): unknown => {
    const who = network.sessionOf.me;
    const [route, query] = path.split('?');
    if (route === '/session') {
      const { protocol } = network.sessionOf;
      return {
        protocol,
        serverTime: scheduler.wall(),
        ...(who === undefined ? { signedIn: false } : { signedIn: true, me: who }),
      };
    }
    if (who === undefined) throw new CommandProblem({ code: 'unauthenticated', detail: 'Sign in.' });
    if (method === 'GET' && route?.startsWith('/topics/')) return server.snapshot(route.slice('/topics/'.length));
    const page = /^\/incidents\/(.+)\/timeline$/.exec(route ?? '');
    if (page?.[1] !== undefined) return server.page(page[1], Number(new URLSearchParams(query).get('before')));
    const command = /^\/commands\/(.+)$/.exec(route ?? '');
    if (command?.[1] === undefined) throw new CommandProblem({ code: 'not-found', detail: path });
    const actor: Actor = userActor(who.id, who.role);
    const headers = new Headers(init?.headers);
    const commandId = headers.get('idempotency-key') ?? '';
    network.received.push(commandId);
    const type = command[1] as CommandType;
    const parsed: CommandOf<CommandType> = parseCommand(type, JSON.parse(init?.body as string));
    server.now = scheduler.wall();
    return server.execute(actor, type, parsed, commandId);
  };

  const respond = async (url: string, init: RequestInit | undefined): Promise<Response> => {
    await travel();
    if (network.cut || happens(faults.requestLost)) throw new TypeError('Failed to fetch');
    let response: Response;
    try {
      response = jsonResponse(200, answer(init?.method ?? 'GET', url.slice(url.indexOf('/api/v1') + 7), init));
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      response = jsonResponse(STATUS[error.code] ?? 409, error.info());
    }
    await travel();
    if (network.cut || happens(faults.answerLost)) throw new TypeError('Failed to fetch');
    return response;
  };

  const openLink = (events: LinkEvents): Link => {
    const topics = new Set<string>();
    let state: 'opening' | 'open' | 'closed' = 'opening';
    const ifOpen = (run: () => void) => {
      if (state === 'open' && !network.cut) run();
    };
    const listener = (update: TopicUpdate) => {
      if (!topics.has(update.topic) || happens(faults.drop)) return;
      const copies = happens(faults.double) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) void travel().then(() => ifOpen(() => events.onUpdate(update)));
    };
    const onPresence = (change: PresenceChange) => {
      if (!happens(faults.drop)) void travel().then(() => ifOpen(() => events.onPresence(change)));
    };
    const beat = () => {
      if (state !== 'open') return;
      ifOpen(() => events.onHeartbeat({ serverTime: scheduler.wall(), head: server.events.length }));
      scheduler.after(HEARTBEAT_MS, beat);
    };
    const close = () => {
      state = 'closed';
      server.listeners.delete(listener);
      server.presence.leave(onPresence);
      closers.delete(closedByServer);
      told.delete(events);
    };
    const closedByServer = () => {
      close();
      events.onLost(undefined);
    };
    void travel().then(() => {
      if (state !== 'opening' || network.cut) return;
      const refusal =
        network.sessionOf.protocol !== PROTOCOL
          ? 'protocol'
          : network.sessionOf.me === undefined
            ? 'unauthenticated'
            : undefined;
      if (refusal !== undefined) {
        close();
        events.onLost(refusal);
        return;
      }
      state = 'open';
      server.listeners.add(listener);
      closers.add(closedByServer);
      told.add(events);
      events.onConnected();
      beat();
    });
    return {
      isConnected: () => state === 'open',
      subscribe: async ({ topic, after }) => {
        if (state !== 'open') throw unreachable();
        await travel();
        if (network.cut || state !== 'open' || happens(faults.requestLost)) throw unreachable();
        topics.add(topic);
        const result = server.subscribe(topic, after);
        await travel();
        if (network.cut || happens(faults.answerLost)) throw unreachable();
        return result;
      },
      unsubscribe: (topic) => void topics.delete(topic),
      joinPresence: async (report) => {
        const who = network.sessionOf.me;
        if (state !== 'open' || who === undefined) throw unreachable();
        await travel();
        if (network.cut || state !== 'open' || happens(faults.requestLost)) throw unreachable();
        const result = server.presence.join(who.id, onPresence, report, scheduler.wall());
        await travel();
        if (network.cut || happens(faults.answerLost)) throw unreachable();
        return result;
      },
      reportPresence: (report) => void travel().then(() => ifOpen(() => server.presence.report(onPresence, report))),
      leavePresence: (incidentId) => {
        void travel().then(() => ifOpen(() => server.presence.leave(onPresence, incidentId)));
      },
      close,
    };
  };

  const network: ModelNetwork = {
    faults,
    cut: false,
    heal: () => {
      Object.assign(faults, NO_FAULTS);
      network.cut = false;
    },
    fetch: (input, init) => respond(input as string, init),
    openLink,
    closeSockets: () => {
      for (const close of closers) close();
    },
    tellAccess: (change) => {
      for (const events of told) events.onAccessChanged(change);
    },
    endSession: (reason) => {
      for (const events of told) events.onSessionEnded({ reason });
    },
    sessionOf: { me, protocol: PROTOCOL },
    received: [],
  };
  return network;
};

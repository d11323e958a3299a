import {
  PROTOCOL,
  type ClientToServer,
  type HandshakeRefusal,
  type ServerToClient,
} from '@sitrep/shared/protocol/socket';
import { io, type Socket } from 'socket.io-client';
import { unreachable } from './command-problem.ts';
import type { Link, LinkEvents } from './link.ts';

const ANSWER_WITHIN_MS = 8_000;

const refusalOf = (error: Error & { data?: { code?: HandshakeRefusal } }): HandshakeRefusal | undefined =>
  error.data?.code;

/** Socket.IO without its own reconnecting, retries and send buffer: all three would act behind the outbox's back. */
export const openSocketLink = (
  origin: string,
  events: LinkEvents,
  extraHeaders: Readonly<Record<string, string>> = {},
): Link => {
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    path: '/socket.io',
    transports: ['websocket'],
    auth: { protocol: PROTOCOL },
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    extraHeaders,
  });
  socket.on('connect', events.onConnected);
  socket.on('disconnect', () => events.onLost(undefined));
  socket.on('connect_error', (error) => events.onLost(refusalOf(error)));
  socket.on('topic:updated', events.onUpdate);
  socket.on('presence:changed', events.onPresence);
  socket.on('heartbeat', events.onHeartbeat);
  socket.on('access:changed', events.onAccessChanged);
  socket.on('session:ended', events.onSessionEnded);
  socket.connect();
  const answered = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    if (!socket.connected) throw unreachable();
    try {
      return await ask();
    } catch {
      throw unreachable();
    }
  };
  return {
    isConnected: () => socket.connected,
    subscribe: (request) => answered(() => socket.timeout(ANSWER_WITHIN_MS).emitWithAck('topic:subscribe', request)),
    unsubscribe: (topic) => {
      if (socket.connected) socket.emit('topic:unsubscribe', { topic });
    },
    joinPresence: (report) => answered(() => socket.timeout(ANSWER_WITHIN_MS).emitWithAck('presence:join', report)),
    reportPresence: (report) => {
      if (socket.connected) socket.emit('presence:report', report);
    },
    leavePresence: (incidentId) => {
      if (socket.connected) socket.emit('presence:leave', { incidentId });
    },
    close: () => {
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
};

import type { Server, Socket } from 'socket.io';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { ClientToServer, ServerToClient } from '@sitrep/shared/protocol/socket';
import type { TokenBucket } from './token-bucket.ts';

export type SocketData = {
  userId: UserId;
  sessionId: string;
  /** Private rows that the client has been told of. */
  privateRows: Set<IncidentId>;
  /** Rooms in whose presence the client is. */
  present: Set<IncidentId>;
  budget: TokenBucket;
};
export type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

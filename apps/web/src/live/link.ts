import type { PresenceAnswer, PresenceReport } from '@sitrep/shared/protocol/presence';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { HandshakeRefusal, ServerToClient, Subscribe, SubscribeAnswer } from '@sitrep/shared/protocol/socket';

/** What comes over the wire, as it came. */
export type LinkEvents = {
  readonly onConnected: () => void;
  /** Also when connecting failed. */
  readonly onLost: (refusal: HandshakeRefusal | undefined) => void;
  readonly onUpdate: (update: unknown) => void;
  readonly onPresence: (change: unknown) => void;
  readonly onHeartbeat: ServerToClient['heartbeat'];
  readonly onAccessChanged: ServerToClient['access:changed'];
  readonly onSessionEnded: ServerToClient['session:ended'];
};

/** One try to reach the server for live updates; trying again is a new link. */
export type Link = {
  readonly isConnected: () => boolean;
  /** @throws CommandProblem `unavailable` when not connected or not answered in time. */
  readonly subscribe: (request: Subscribe) => Promise<SubscribeAnswer>;
  readonly unsubscribe: (topic: Subscribe['topic']) => void;
  /** @throws CommandProblem `unavailable` like `subscribe`. */
  readonly joinPresence: (report: PresenceReport) => Promise<PresenceAnswer>;
  readonly reportPresence: (report: PresenceReport) => void;
  readonly leavePresence: (incidentId: IncidentId) => void;
  /** No event comes afterwards. */
  readonly close: () => void;
};

export type OpenLink = (events: LinkEvents) => Link;

import * as z from 'zod/mini';
import type { ErrorCode } from '../kernel/errors.ts';
import type { Recorded } from '../kernel/event.ts';
import type { RoomEvent } from '../rooms/room.ts';
import type { PresenceAnswer, PresenceChange, PresenceLeave, PresenceReport } from './presence.ts';
import { Topic, type AnyRow } from './topics.ts';

/** Raised when page and server could misunderstand each other; an older page reloads. */
export const PROTOCOL = 3;

export const HEARTBEAT_MS = 2_000;
/** Without a heartbeat for so long, the connection counts as lost. */
export const STALE_AFTER_MS = 5_000;

type Step = {
  readonly topic: string;
  /** What the client must hold for the update to fit. */
  readonly prev: number;
  /** What it holds afterwards. Equal to `prev` where only counters moved. */
  readonly position: number;
};

export type RowsUpdate = Step & { readonly changed: readonly AnyRow[]; readonly removed: readonly string[] };
export type EventsUpdate = Step & { readonly events: readonly Recorded<RoomEvent>[] };
export type TopicUpdate = RowsUpdate | EventsUpdate;

export const Subscribe = z.object({ topic: Topic, after: z.optional(z.int().check(z.gte(0))) });
export type Subscribe = z.output<typeof Subscribe>;

export const Unsubscribe = z.object({ topic: Topic });
export type Unsubscribe = z.output<typeof Unsubscribe>;

export const Handshake = z.object({ protocol: z.literal(PROTOCOL) });

export type SubscribeAnswer =
  /** Joined; these bring the client up to date. `also`: further topics that belong to this list for this person. */
  | { readonly outcome: 'resumed'; readonly updates: readonly TopicUpdate[]; readonly also: readonly string[] }
  /** Joined, but the gap is too wide: take the snapshot by HTTP, then apply what came in between. */
  | { readonly outcome: 'take-snapshot'; readonly also: readonly string[] }
  | { readonly outcome: 'refused'; readonly code: ErrorCode; readonly message: string };

export type ServerToClient = {
  'topic:updated': (update: TopicUpdate) => void;
  /** Every `HEARTBEAT_MS`: UTC ms, and the newest position of the log. */
  heartbeat: (beat: { readonly serverTime: number; readonly head: number }) => void;
  /** Rights changed: the list now has these further topics; a topic in `lost` is gone for this person. */
  'access:changed': (change: { readonly also: readonly string[]; readonly lost: readonly string[] }) => void;
  'presence:changed': (change: PresenceChange) => void;
  'session:ended': (end: { readonly reason: 'signed-out' | 'deactivated' | 'expired' }) => void;
};

export type ClientToServer = {
  'topic:subscribe': (request: Subscribe, answer: (answer: SubscribeAnswer) => void) => void;
  'topic:unsubscribe': (request: Unsubscribe) => void;
  'presence:join': (report: PresenceReport, answer: (answer: PresenceAnswer) => void) => void;
  'presence:report': (report: PresenceReport) => void;
  'presence:leave': (leave: PresenceLeave) => void;
};

/** Reasons a handshake is refused, in `connect_error.data.code`. */
export type HandshakeRefusal = 'unauthenticated' | 'protocol' | 'busy';

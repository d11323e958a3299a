import type { IncidentRole } from '../incidents/values.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { NeedId, UserId } from '../kernel/ids.ts';
import type { OfferKind } from './events.ts';

export type RoleOffer = {
  readonly role: IncidentRole;
  readonly to: UserId;
  /** Who held it then. */
  readonly from?: UserId;
  readonly kind: OfferKind;
  readonly by: ActorRef;
  readonly at: number;
};

export type Need = {
  readonly id: NeedId;
  readonly number: number;
  readonly text: string;
  readonly raisedBy: ActorRef;
  readonly raisedAt: number;
} & (
  | { readonly status: 'open' }
  | { readonly status: 'claimed'; readonly claimedBy: UserId; readonly claimedAt: number }
  | { readonly status: 'met' | 'withdrawn'; readonly endedAt: number; readonly claimedBy?: UserId }
);

/** Who is in it, who is asked to be, and who is missing. */
export type Roster = {
  /** Waiting for an answer. */
  readonly offers: Readonly<Partial<Record<IncidentRole, RoleOffer>>>;
  /** Everybody who joined and has not left, in the order of joining; holders of roles are not listed for that. */
  readonly responders: readonly { readonly userId: UserId; readonly since: number }[];
  readonly needs: readonly Need[];
  /** The commander is not connected; the deputy was asked. */
  readonly commanderAway?: { readonly userId: UserId; readonly since: number };
};

export const emptyRoster: Roster = { offers: {}, responders: [], needs: [] };

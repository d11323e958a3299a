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
  readonly commandId: string;
};

export type Responder = {
  readonly userId: UserId;
  readonly since: number;
  /** Themselves, or who added them. */
  readonly by: ActorRef;
  readonly commandId: string;
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
  readonly responders: readonly Responder[];
  readonly needs: readonly Need[];
  /** The commander is not connected; the deputy, if there is one, was asked. */
  readonly commanderAway?: { readonly userId: UserId; readonly since: number; readonly toldAt: number };
};

export const needOf = ({ needs }: Pick<Roster, 'needs'>, id: NeedId): Need | undefined =>
  needs.find((need) => need.id === id);

/** Still lacking, claimed or not. */
export const isLacking = (need: Need): need is Extract<Need, { status: 'open' | 'claimed' }> =>
  need.status === 'open' || need.status === 'claimed';

/** What waits for an answer; nothing where the one asked has left for good and nobody would answer. */
export const openOffer = (
  { offers }: Pick<Roster, 'offers'>,
  role: IncidentRole,
  isActive: (id: UserId) => boolean,
): RoleOffer | undefined => {
  const offer = offers[role];
  return offer === undefined || !isActive(offer.to) ? undefined : offer;
};

export const emptyRoster: Roster = { offers: {}, responders: [], needs: [] };

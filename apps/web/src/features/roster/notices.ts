import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentRole } from '@sitrep/shared/incidents/values';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { openOffer, type RoleOffer, type Roster } from '@sitrep/shared/roster/state';

/** What everybody in the room has to know of who leads, and what is asked of its reader. */
export type Notice =
  | { readonly kind: 'asked'; readonly offer: RoleOffer }
  | { readonly kind: 'away'; readonly userId: UserId; readonly since: number; readonly asked?: UserId }
  | { readonly kind: 'waiting'; readonly offer: RoleOffer }
  | { readonly kind: 'long-command'; readonly since: number };

export type Seen = {
  readonly incident: Incident;
  readonly roster: Roster;
  readonly me: UserId;
  readonly now: number;
  readonly longCommandMs: number;
  readonly isActive: (id: UserId) => boolean;
};

/** What is asked of the reader first. Offers of others are news where they are of command, or where the reader made them. */
export const noticesOf = (seen: Seen): readonly Notice[] => {
  if (seen.incident.status === 'closed') return [];
  const offers = openOffers(seen);
  const asked = offers.filter(({ to }) => to === seen.me);
  const waiting = offers.filter((offer) => isNews(offer, seen));
  return [
    ...asked.map((offer): Notice => ({ kind: 'asked', offer })),
    ...absence(seen, offers),
    ...waiting.map((offer): Notice => ({ kind: 'waiting', offer })),
    ...longCommand(seen),
  ];
};

const openOffers = ({ roster, isActive }: Seen): readonly RoleOffer[] =>
  (Object.keys(roster.offers) as IncidentRole[]).flatMap((role) => openOffer(roster, role, isActive) ?? []);

const isNews = ({ role, to, by, kind }: RoleOffer, { me, incident }: Seen): boolean =>
  to !== me &&
  kind !== 'commander-away' &&
  (role === 'commander' || by === `user/${me}` || incident.roles[role] === me);

const absence = ({ roster: { commanderAway }, me }: Seen, offers: readonly RoleOffer[]): readonly Notice[] => {
  const asked = offers.find(({ kind }) => kind === 'commander-away')?.to;
  // Whoever is asked reads it there; whoever was away is here.
  if (commanderAway === undefined || asked === me || commanderAway.userId === me) return [];
  return [{ kind: 'away', ...commanderAway, ...(asked === undefined ? {} : { asked }) }];
};

const longCommand = ({ incident, roster, me, now, longCommandMs }: Seen): readonly Notice[] => {
  const since = commandingSince(incident);
  if (incident.roles.commander !== me || since === undefined || incident.status === 'resolved') return [];
  if (roster.offers.commander !== undefined || now - since < longCommandMs) return [];
  return [{ kind: 'long-command', since }];
};

/** Since when whoever commands does. */
export const commandingSince = ({ roles, lastChanges }: Incident): number | undefined => {
  const change = lastChanges['role/commander'];
  return change === undefined || change.to !== roles.commander ? undefined : change.at;
};

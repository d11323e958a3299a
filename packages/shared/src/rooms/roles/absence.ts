import { stillHere } from '../../incidents/decide-roles.ts';
import { open } from '../../incidents/deciding.ts';
import { activeHolder } from '../../incidents/holders.ts';
import type { Incident } from '../../incidents/state.ts';
import type { UserId } from '../../kernel/ids.ts';
import { openOffer, type Roster } from '../../roster/state.ts';
import type { RoomEvent } from '../room.ts';
import { NOTHING, type Deciding } from './deciding.ts';

/** A deputy was named after the room had been told, and could not be asked then. */
export const hasNewDeputy = ({ lastChanges }: Pick<Incident, 'lastChanges'>, { commanderAway }: Roster): boolean =>
  commanderAway !== undefined && (lastChanges['role/deputy']?.at ?? 0) > commanderAway.toldAt;

/** An offer that waits already is not replaced: its maker knew more than that somebody is gone. */
export const reportAway: Deciding<{ userId: UserId; since: number }> = ({ userId, since }, room, { facts }) => {
  const incident = open(room.incident);
  const { roles, status } = incident;
  const here = stillHere(facts);
  if (status === 'resolved' || activeHolder(roles, 'commander', here) !== userId) return NOTHING;
  const told = room.roster.commanderAway?.userId === userId;
  if (told && !hasNewDeputy(incident, room.roster)) return NOTHING;
  const away: readonly RoomEvent[] = told ? [] : [{ type: 'commander.went-away', data: { userId, since } }];
  const deputy = activeHolder(roles, 'deputy', here);
  if (deputy === undefined || deputy === userId || openOffer(room.roster, 'commander', here) !== undefined) return away;
  return [
    ...away,
    { type: 'role.offered', data: { role: 'commander', from: userId, to: deputy, kind: 'commander-away' } },
  ];
};

export const reportBack: Deciding<{ userId: UserId }> = ({ userId }, { incident, roster }) => {
  open(incident);
  if (roster.commanderAway?.userId !== userId) return NOTHING;
  const back: RoomEvent = { type: 'commander.came-back', data: { userId, since: roster.commanderAway.since } };
  const offer = roster.offers.commander;
  if (offer?.kind !== 'commander-away') return [back];
  return [back, { type: 'role.offer-withdrawn', data: { role: 'commander', to: offer.to } }];
};

import { activeHolder } from '@sitrep/shared/incidents/holders';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentRole } from '@sitrep/shared/incidents/values';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { openOffer, type Roster } from '@sitrep/shared/roster/state';

export type CommandKey =
  | { readonly does: 'accept'; readonly role: IncidentRole }
  | { readonly does: 'take' }
  | { readonly does: 'say'; readonly why: 'closed' | 'you-command' }
  | { readonly does: 'say'; readonly why: 'they-command'; readonly holder: UserId };

type Seen = {
  readonly incident: Incident;
  readonly roster: Roster;
  readonly me: UserId;
  readonly isActive: (id: UserId) => boolean;
};

/** What the key for command does: what is on offer is accepted first, command before any other role. */
export const commandKey = ({ incident, roster, me, isActive }: Seen): CommandKey => {
  if (incident.status === 'closed') return { does: 'say', why: 'closed' };
  const mine = (Object.keys(roster.offers) as IncidentRole[]).filter(
    (role) => openOffer(roster, role, isActive)?.to === me,
  );
  const role = mine.find((offered) => offered === 'commander') ?? mine[0];
  if (role !== undefined) return { does: 'accept', role };
  const holder = activeHolder(incident.roles, 'commander', isActive);
  if (holder === me) return { does: 'say', why: 'you-command' };
  if (holder === undefined || roster.commanderAway?.userId === holder) return { does: 'take' };
  return { does: 'say', why: 'they-command', holder };
};

import { activeHolder } from '../../incidents/holders.ts';
import type { Incident } from '../../incidents/state.ts';
import type { IncidentRole } from '../../incidents/values.ts';
import type { UserId } from '../../kernel/ids.ts';
import { openOffer, type Roster } from '../../roster/state.ts';

type Giving = {
  readonly incident: Pick<Incident, 'roles'>;
  readonly roster: Roster;
  readonly role: IncidentRole;
  /** Who is to have it, and who gives it. */
  readonly to: UserId;
  readonly by: UserId;
  readonly isActive: (id: UserId) => boolean;
};

export type WayToGive = 'incident.take-role' | 'incident.assign-role' | 'role.offer' | 'role.accept';

/** Which command gets a role to somebody: what one holds, and command, move by being accepted; others are given. */
export const wayToGive = ({ incident: { roles }, roster, role, to, by, isActive }: Giving): WayToGive => {
  if (to === by) {
    if (openOffer(roster, role, isActive)?.to === by) return 'role.accept';
    return role === 'commander' || isFree(roles, role, isActive) ? 'incident.take-role' : 'incident.assign-role';
  }
  return role === 'commander' || roles[role] === by ? 'role.offer' : 'incident.assign-role';
};

const isFree = (roles: Incident['roles'], role: IncidentRole, isActive: (id: UserId) => boolean): boolean =>
  activeHolder(roles, role, isActive) === undefined;

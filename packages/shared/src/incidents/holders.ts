import type { Actor } from '../kernel/actor.ts';
import type { UserId } from '../kernel/ids.ts';
import type { IncidentRole } from './values.ts';

export type Holders = Readonly<Partial<Record<IncidentRole, UserId>>>;

/** Who holds a role and can act in it: what a deactivated person held must not stay locked, it counts as free. */
export const activeHolder = (
  roles: Holders,
  role: IncidentRole,
  isActive: (id: UserId) => boolean,
): UserId | undefined => {
  const holder = roles[role];
  return holder === undefined || !isActive(holder) ? undefined : holder;
};

/** While somebody commands, roles are theirs to give; before that any responder may fill an empty one. */
export const givesRole = (
  actor: Actor,
  roles: Holders,
  role: IncidentRole,
  isActive: (id: UserId) => boolean,
): boolean => {
  if (actor.kind !== 'user' || actor.role === 'administrator' || actor.role === 'commander') return true;
  if (roles.commander === actor.userId || roles.deputy === actor.userId) return true;
  const isFree = (one: IncidentRole): boolean => activeHolder(roles, one, isActive) === undefined;
  return isFree('commander') && isFree(role);
};

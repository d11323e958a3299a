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

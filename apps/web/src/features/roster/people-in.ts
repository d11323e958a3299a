import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentRole } from '@sitrep/shared/incidents/values';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Roster } from '@sitrep/shared/roster/state';

export type PersonIn = {
  readonly userId: UserId;
  readonly roles: readonly IncidentRole[];
  /** UTC ms, since they joined or hold a role; nothing where that is too long ago to be known. */
  readonly since?: number;
  readonly joined: boolean;
};

type Seen = {
  readonly incident: Pick<Incident, 'roles' | 'lastChanges'>;
  readonly roster: Pick<Roster, 'responders'>;
  /** In the order in which they are shown. */
  readonly roles: readonly IncidentRole[];
  readonly isActive: (id: UserId) => boolean;
};

/** Who is in it, each once: holders of roles in the order of the roles, then who joined, the first first. */
export const peopleIn = ({ incident, roster, roles, isActive }: Seen): readonly PersonIn[] => {
  const held = new Map<UserId, IncidentRole[]>();
  const known = [...roles, ...(Object.keys(incident.roles) as IncidentRole[]).filter((role) => !roles.includes(role))];
  for (const role of known) {
    const holder = incident.roles[role];
    if (holder !== undefined) held.set(holder, [...(held.get(holder) ?? []), role]);
  }
  const joinedAt = new Map(roster.responders.map(({ userId, since }) => [userId, since]));
  const everybody = [...new Set([...held.keys(), ...joinedAt.keys()])].filter(isActive);
  return everybody.map((userId) => {
    const theirs = held.get(userId) ?? [];
    const times = [joinedAt.get(userId), ...theirs.map((role) => incident.lastChanges[`role/${role}`]?.at)];
    const first = times.filter((at) => at !== undefined).toSorted((a, b) => a - b)[0];
    return {
      userId,
      roles: theirs,
      joined: joinedAt.has(userId),
      ...(first === undefined ? {} : { since: first }),
    };
  });
};

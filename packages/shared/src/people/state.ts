import type { AccountRole } from '../kernel/actor.ts';
import type { InviteId, TeamId, UserId } from '../kernel/ids.ts';

export type Person = {
  readonly id: UserId;
  readonly name: string;
  readonly handle: string;
  readonly role: AccountRole;
  readonly active: boolean;
  readonly joinedAt: number;
};

export type Invite = {
  readonly id: InviteId;
  readonly name: string;
  readonly handle: string;
  readonly role: AccountRole;
  readonly tokenHash: string;
  readonly invitedAt: number;
};

export type Team = { readonly id: TeamId; readonly name: string; readonly members: readonly UserId[] };

/**
 * Everybody, in one stream: handles are unique because one queue decides on them all. See
 * docs/decisions/005-one-people-directory.md.
 */
export type Directory = {
  readonly people: Readonly<Record<UserId, Person>>;
  /** Those not yet accepted. */
  readonly invites: Readonly<Record<InviteId, Invite>>;
  readonly teams: Readonly<Record<TeamId, Team>>;
};

export const emptyDirectory: Directory = { people: {}, invites: {}, teams: {} };

export const isActiveAdministrator = (person: Person): boolean => person.active && person.role === 'administrator';

export const hasAdministrator = (directory: Directory): boolean =>
  Object.values(directory.people).some(isActiveAdministrator);

export const personByHandle = (directory: Directory, handle: string): Person | undefined =>
  Object.values(directory.people).find((person) => person.handle === handle);

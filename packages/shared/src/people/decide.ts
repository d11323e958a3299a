import type { AccountRole } from '../kernel/actor.ts';
import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { InviteId, TeamId, UserId } from '../kernel/ids.ts';
import { invalid } from '../kernel/refusals.ts';
import type { PeopleEvent } from './events.ts';
import {
  hasAdministrator,
  isActiveAdministrator,
  personByHandle,
  type Directory,
  type Invite,
  type Person,
  type Team,
} from './state.ts';

type Deciding<Command> = Decide<Command, Directory, PeopleEvent>;

const NOTHING: readonly PeopleEvent[] = [];

export const createAdministrator: Deciding<{ userId: UserId; name: string; handle: string }> = (command, directory) => {
  if (hasAdministrator(directory)) throw new Refusal('conflict', 'There is an administrator already.');
  idIsFree(directory.people, command.userId);
  handleIsFree(directory, command.handle);
  return [{ type: 'people.administrator-created', data: command }];
};

export const invite: Deciding<{
  inviteId: InviteId;
  name: string;
  handle: string;
  role: AccountRole;
  tokenHash: string;
}> = (command, directory) => {
  idIsFree(directory.invites, command.inviteId);
  handleIsFree(directory, command.handle);
  return [{ type: 'people.invited', data: command }];
};

export const revokeInvite: Deciding<{ inviteId: InviteId }> = ({ inviteId }, directory) =>
  directory.invites[inviteId] === undefined ? NOTHING : [{ type: 'people.invite-revoked', data: { inviteId } }];

export const acceptInvite: Deciding<{ inviteId: InviteId; userId: UserId; name: string; handle: string }> = (
  { inviteId, userId, name, handle },
  directory,
) => {
  const invitation = directory.invites[inviteId];
  if (invitation === undefined) {
    throw new Refusal('not-found', 'This invite was used or revoked. Ask an administrator for a new one.');
  }
  idIsFree(directory.people, userId);
  handleIsFree(directory, handle, { invite: invitation });
  return [{ type: 'people.joined', data: { userId, inviteId, name, handle, role: invitation.role } }];
};

export const changeProfile: Deciding<{ userId: UserId; name: string; handle: string }> = (
  { userId, name, handle },
  directory,
) => {
  const person = existing(directory, userId);
  if (person.name === name && person.handle === handle) return NOTHING;
  handleIsFree(directory, handle, { person });
  return [{ type: 'people.profile-changed', data: { userId, name, handle } }];
};

export const changeRole: Deciding<{ userId: UserId; role: AccountRole }> = ({ userId, role }, directory) => {
  const person = existing(directory, userId);
  if (person.role === role) return NOTHING;
  anotherAdministratorStays(directory, person);
  return [{ type: 'people.role-changed', data: { userId, from: person.role, to: role } }];
};

export const deactivate: Deciding<{ userId: UserId }> = ({ userId }, directory) => {
  const person = existing(directory, userId);
  if (!person.active) return NOTHING;
  anotherAdministratorStays(directory, person);
  return [{ type: 'people.deactivated', data: { userId } }];
};

export const reactivate: Deciding<{ userId: UserId }> = ({ userId }, directory) =>
  existing(directory, userId).active ? NOTHING : [{ type: 'people.reactivated', data: { userId } }];

export const createTeam: Deciding<{ teamId: TeamId; name: string }> = ({ teamId, name }, directory) => {
  idIsFree(directory.teams, teamId);
  teamNameIsFree(directory, teamId, name);
  return [{ type: 'people.team-created', data: { teamId, name } }];
};

export const renameTeam: Deciding<{ teamId: TeamId; name: string }> = ({ teamId, name }, directory) => {
  if (existingTeam(directory, teamId).name === name) return NOTHING;
  teamNameIsFree(directory, teamId, name);
  return [{ type: 'people.team-renamed', data: { teamId, name } }];
};

export const removeTeam: Deciding<{ teamId: TeamId }> = ({ teamId }, directory) =>
  directory.teams[teamId] === undefined ? NOTHING : [{ type: 'people.team-removed', data: { teamId } }];

export const joinTeam: Deciding<{ teamId: TeamId; userId: UserId }> = ({ teamId, userId }, directory) => {
  existing(directory, userId);
  return existingTeam(directory, teamId).members.includes(userId)
    ? NOTHING
    : [{ type: 'people.team-joined', data: { teamId, userId } }];
};

export const leaveTeam: Deciding<{ teamId: TeamId; userId: UserId }> = ({ teamId, userId }, directory) =>
  existingTeam(directory, teamId).members.includes(userId)
    ? [{ type: 'people.team-left', data: { teamId, userId } }]
    : NOTHING;

const existing = (directory: Directory, id: UserId): Person => {
  const person = directory.people[id];
  if (person === undefined) throw new Refusal('not-found', 'There is no such person.');
  return person;
};

const existingTeam = (directory: Directory, id: TeamId): Team => {
  const team = directory.teams[id];
  if (team === undefined) throw new Refusal('not-found', 'There is no such team.');
  return team;
};

const idIsFree = <Id extends string>(taken: Readonly<Record<Id, unknown>>, id: Id): void => {
  if (taken[id] !== undefined) throw new Refusal('conflict', 'This id is taken.');
};

/** Open invites hold their handle too, so that nobody finds theirs taken when they join. */
const handleIsFree = (directory: Directory, handle: string, own: { person?: Person; invite?: Invite } = {}): void => {
  const holder = personByHandle(directory, handle);
  const invited = Object.values(directory.invites).find((invitation) => invitation.handle === handle);
  if ((holder !== undefined && holder !== own.person) || (invited !== undefined && invited !== own.invite)) {
    throw invalid('handle', `@${handle} is taken. Choose another handle.`);
  }
};

const teamNameIsFree = (directory: Directory, id: TeamId, name: string): void => {
  const called = name.toLowerCase();
  if (Object.values(directory.teams).some((team) => team.id !== id && team.name.toLowerCase() === called)) {
    throw invalid('name', `There is a team called ${name} already.`);
  }
};

const anotherAdministratorStays = (directory: Directory, leaving: Person): void => {
  const stays = Object.values(directory.people).some((person) => person !== leaving && isActiveAdministrator(person));
  if (isActiveAdministrator(leaving) && !stays) {
    throw new Refusal('conflict', 'Somebody has to be administrator. Make another person one first.');
  }
};

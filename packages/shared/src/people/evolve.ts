import type { Aggregate } from '../kernel/decider.ts';
import type { TeamId, UserId } from '../kernel/ids.ts';
import type { PeopleEvent } from './events.ts';
import { emptyDirectory, type Directory, type Person, type Team } from './state.ts';

export const directoryAggregate: Aggregate<Directory, PeopleEvent> = {
  name: 'people',
  initialState: emptyDirectory,
  evolve: (directory, event) => {
    const { data, type } = event;
    switch (type) {
      case 'people.administrator-created':
        return withPerson(directory, {
          id: data.userId,
          name: data.name,
          handle: data.handle,
          role: 'administrator',
          active: true,
          joinedAt: event.at,
        });
      case 'people.invited': {
        const { inviteId, name, handle, role, tokenHash } = data;
        const invite = { id: inviteId, name, handle, role, tokenHash, invitedAt: event.at };
        return { ...directory, invites: { ...directory.invites, [inviteId]: invite } };
      }
      case 'people.invite-revoked':
        return { ...directory, invites: without(directory.invites, data.inviteId) };
      case 'people.joined': {
        const { userId, inviteId, name, handle, role } = data;
        const joined = { id: userId, name, handle, role, active: true, joinedAt: event.at };
        return { ...withPerson(directory, joined), invites: without(directory.invites, inviteId) };
      }
      case 'people.profile-changed':
        return changePerson(directory, data.userId, { name: data.name, handle: data.handle });
      case 'people.role-changed':
        return changePerson(directory, data.userId, { role: data.to });
      case 'people.deactivated':
        return changePerson(directory, data.userId, { active: false });
      case 'people.reactivated':
        return changePerson(directory, data.userId, { active: true });
      case 'people.team-created':
        return withTeam(directory, { id: data.teamId, name: data.name, members: [] });
      case 'people.team-renamed':
        return changeTeam(directory, data.teamId, (team) => ({ ...team, name: data.name }));
      case 'people.team-removed':
        return { ...directory, teams: without(directory.teams, data.teamId) };
      case 'people.team-joined':
        return changeTeam(directory, data.teamId, (team) => ({ ...team, members: [...team.members, data.userId] }));
      case 'people.team-left':
        return changeTeam(directory, data.teamId, (team) => ({
          ...team,
          members: team.members.filter((id) => id !== data.userId),
        }));
    }
  },
};

const withPerson = (directory: Directory, person: Person): Directory => ({
  ...directory,
  people: { ...directory.people, [person.id]: person },
});

const changePerson = (directory: Directory, id: UserId, change: Partial<Person>): Directory => {
  const person = directory.people[id];
  return person === undefined ? directory : withPerson(directory, { ...person, ...change });
};

const withTeam = (directory: Directory, team: Team): Directory => ({
  ...directory,
  teams: { ...directory.teams, [team.id]: team },
});

const changeTeam = (directory: Directory, id: TeamId, change: (team: Team) => Team): Directory => {
  const team = directory.teams[id];
  return team === undefined ? directory : withTeam(directory, change(team));
};

const without = <Key extends string, Value>(
  record: Readonly<Record<Key, Value>>,
  key: Key,
): Readonly<Record<Key, Value>> => {
  const { [key]: _removed, ...rest } = record;
  return rest as Readonly<Record<Key, Value>>;
};

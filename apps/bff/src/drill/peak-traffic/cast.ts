import type { AccountRole } from '@sitrep/shared/kernel/actor';
import type { Minute } from '../names.ts';
import { command, type CommandStep } from '../step.ts';

type Member = {
  readonly handle: string;
  readonly name: string;
  readonly role: AccountRole;
  readonly team?: string;
};

export const ADMINISTRATOR = { handle: 'nils', name: 'Nils Berg', team: 'Platform' };

export const CAST: readonly Member[] = [
  { handle: 'maya', name: 'Maya Lindqvist', role: 'commander' },
  { handle: 'tomas', name: 'Tomás Rey', role: 'responder', team: 'Platform' },
  { handle: 'ines', name: 'Ines Okafor', role: 'responder' },
  { handle: 'jonas', name: 'Jonas Weber', role: 'responder', team: 'Web' },
  { handle: 'priya', name: 'Priya Raman', role: 'responder', team: 'Database' },
  { handle: 'leo', name: 'Leo Tanaka', role: 'responder', team: 'Identity' },
  { handle: 'hannah', name: 'Hannah Kim', role: 'responder', team: 'Catalog' },
  { handle: 'amara', name: 'Amara Diallo', role: 'responder', team: 'Orders' },
  { handle: 'viktor', name: 'Viktor Sokolov', role: 'responder', team: 'Payments' },
  { handle: 'ruth', name: 'Ruth Adler', role: 'manager' },
  { handle: 'carla', name: 'Carla Mendes', role: 'viewer' },
];

/** Everybody joins by an invite of the administrator, days before anything happens. */
export const castSteps = (minute: Minute): readonly CommandStep[] => {
  const { handle, name, team } = ADMINISTRATOR;
  const founded = command(minute, 'system/drill', 'people.create-administrator', (names) => ({
    userId: names.person(handle),
    name,
    handle,
  }));
  const joins = CAST.flatMap((member, index) => [
    command(minute + index * 3, handle, 'people.invite', (names) => ({
      inviteId: names.invite(member.handle),
      name: member.name,
      handle: member.handle,
      role: member.role,
    })),
    command(minute + index * 3 + 1, 'system/invite', 'people.accept-invite', (names) => ({
      inviteId: names.invite(member.handle),
      userId: names.person(member.handle),
      name: member.name,
      handle: member.handle,
    })),
  ]);
  return [founded, ...joins, ...teamSteps(minute + CAST.length * 3, [{ handle, team }, ...CAST])];
};

const teamSteps = (minute: Minute, members: readonly Pick<Member, 'handle' | 'team'>[]): readonly CommandStep[] =>
  members.flatMap(({ handle, team }, index) => {
    if (team === undefined) return [];
    const isFirst = members.findIndex((other) => other.team === team) === index;
    const created = command(minute, ADMINISTRATOR.handle, 'people.create-team', (names) => ({
      teamId: names.team(team),
      name: team,
    }));
    const joined = command(minute + 1, ADMINISTRATOR.handle, 'people.join-team', (names) => ({
      teamId: names.team(team),
      userId: names.person(handle),
    }));
    return isFirst ? [created, joined] : [joined];
  });

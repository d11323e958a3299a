import * as z from 'zod/mini';
import { AccountRole } from '../kernel/actor.ts';
import { defineCommand } from '../kernel/command.ts';
import type { StreamId } from '../kernel/event.ts';
import { InviteId, TeamId, UserId } from '../kernel/ids.ts';
import { line } from '../kernel/text.ts';
import * as decide from './decide.ts';
import type { PeopleEvent } from './events.ts';
import type { Directory } from './state.ts';

const command = defineCommand<Directory, PeopleEvent>();

export const DIRECTORY_STREAM: StreamId = 'people/directory';
const streamOf = (): StreamId => DIRECTORY_STREAM;

export const PersonName = line(100);

/** Lower case, as it is typed after the @. */
export const Handle = z.pipe(
  z.pipe(
    z.string(),
    z.transform((handle: string) => handle.trim().replace(/^@/, '').toLowerCase()),
  ),
  z
    .string()
    .check(z.regex(/^[a-z0-9][a-z0-9._-]{0,38}$/, 'Letters, digits, dot, dash and underscore; 39 characters at most.')),
);

const TokenHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const peopleCommands = {
  'people.create-administrator': command({
    schema: z.object({ userId: UserId, name: PersonName, handle: Handle }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Create the first administrator.',
    newIds: ['userId'],
    streamOf,
    decide: decide.createAdministrator,
  }),
  'people.invite': command({
    schema: z.object({
      inviteId: InviteId,
      name: PersonName,
      handle: Handle,
      role: z._default(AccountRole, 'responder'),
      tokenHash: TokenHash,
    }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Invite somebody; the answer carries the link.',
    newIds: ['inviteId'],
    tokenHash: 'tokenHash',
    streamOf,
    decide: decide.invite,
  }),
  'people.revoke-invite': command({
    schema: z.object({ inviteId: InviteId }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Make an invite link worthless.',
    streamOf,
    decide: decide.revokeInvite,
  }),
  'people.accept-invite': command({
    schema: z.object({ inviteId: InviteId, userId: UserId, name: PersonName, handle: Handle }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Join by an invite.',
    newIds: ['userId'],
    streamOf,
    decide: decide.acceptInvite,
  }),
  'people.change-profile': command({
    schema: z.object({ userId: UserId, name: PersonName, handle: Handle }),
    mode: 'confirmed',
    action: 'people.edit-profile',
    summary: 'Change a name or a handle.',
    streamOf,
    decide: decide.changeProfile,
  }),
  'people.change-role': command({
    schema: z.object({ userId: UserId, role: AccountRole }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: "Change somebody's account role.",
    streamOf,
    decide: decide.changeRole,
  }),
  'people.deactivate': command({
    schema: z.object({ userId: UserId }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Take away the account; what the person wrote stays.',
    streamOf,
    decide: decide.deactivate,
  }),
  'people.reactivate': command({
    schema: z.object({ userId: UserId }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Give the account back.',
    streamOf,
    decide: decide.reactivate,
  }),
  'people.create-team': command({
    schema: z.object({ teamId: TeamId, name: PersonName }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Create a team.',
    newIds: ['teamId'],
    streamOf,
    decide: decide.createTeam,
  }),
  'people.rename-team': command({
    schema: z.object({ teamId: TeamId, name: PersonName }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Rename a team.',
    streamOf,
    decide: decide.renameTeam,
  }),
  'people.remove-team': command({
    schema: z.object({ teamId: TeamId }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Remove a team; its people stay.',
    streamOf,
    decide: decide.removeTeam,
  }),
  'people.join-team': command({
    schema: z.object({ teamId: TeamId, userId: UserId }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Add somebody to a team.',
    streamOf,
    decide: decide.joinTeam,
  }),
  'people.leave-team': command({
    schema: z.object({ teamId: TeamId, userId: UserId }),
    mode: 'confirmed',
    action: 'people.manage',
    summary: 'Remove somebody from a team.',
    streamOf,
    decide: decide.leaveTeam,
  }),
} as const;

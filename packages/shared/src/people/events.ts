import * as z from 'zod/mini';
import { AccountRole } from '../kernel/actor.ts';
import type { EventOf } from '../kernel/event-schemas.ts';
import { InviteId, TeamId, UserId } from '../kernel/ids.ts';

export const PeopleEvents = {
  /** The first administrator, from the sign-in link that the server prints. */
  'people.administrator-created': z.object({ userId: UserId, name: z.string(), handle: z.string() }),
  'people.invited': z.object({
    inviteId: InviteId,
    name: z.string(),
    handle: z.string(),
    role: AccountRole,
    tokenHash: z.string(),
  }),
  'people.invite-revoked': z.object({ inviteId: InviteId }),
  'people.joined': z.object({
    userId: UserId,
    inviteId: InviteId,
    name: z.string(),
    handle: z.string(),
    role: AccountRole,
  }),
  'people.profile-changed': z.object({ userId: UserId, name: z.string(), handle: z.string() }),
  'people.role-changed': z.object({ userId: UserId, from: AccountRole, to: AccountRole }),
  'people.deactivated': z.object({ userId: UserId }),
  'people.reactivated': z.object({ userId: UserId }),
  'people.team-created': z.object({ teamId: TeamId, name: z.string() }),
  'people.team-renamed': z.object({ teamId: TeamId, name: z.string() }),
  'people.team-removed': z.object({ teamId: TeamId }),
  'people.team-joined': z.object({ teamId: TeamId, userId: UserId }),
  'people.team-left': z.object({ teamId: TeamId, userId: UserId }),
} as const;

export type PeopleEvent = EventOf<typeof PeopleEvents>;

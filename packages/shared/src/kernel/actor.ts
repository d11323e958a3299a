import * as z from 'zod/mini';
import type { ActorRef } from './event.ts';
import type { UserId } from './ids.ts';

/** Account roles of product.md, weakest first. */
export const ACCOUNT_ROLES = ['viewer', 'manager', 'responder', 'commander', 'administrator'] as const;
export const AccountRole = z.enum(ACCOUNT_ROLES);
export type AccountRole = z.output<typeof AccountRole>;

/**
 * Who asks: a person with an account role, or a part of Sitrep (a reactor, an integration, the command line). A system with
 * a role asks from outside, with a token of those who run Sitrep: it may what people of that role may.
 */
export type Actor =
  | { readonly kind: 'user'; readonly ref: `user/${string}`; readonly userId: UserId; readonly role: AccountRole }
  | { readonly kind: 'integration'; readonly ref: `integration/${string}` }
  | { readonly kind: 'system'; readonly ref: `system/${string}`; readonly role?: 'administrator' };

export const userActor = (userId: UserId, role: AccountRole): Actor => ({
  kind: 'user',
  ref: `user/${userId}`,
  userId,
  role,
});

export const systemActor = (name: string): Actor => ({ kind: 'system', ref: `system/${name}` });

/** Whoever has the token that was set for the server. */
export const adminTokenActor: Actor = { kind: 'system', ref: 'system/admin-token', role: 'administrator' };

/** Sitrep itself, which decides by its own rules alone. */
export const isSitrep = (actor: Actor): boolean => actor.kind === 'system' && actor.role === undefined;

export const integrationActor = (id: string): Actor => ({ kind: 'integration', ref: `integration/${id}` });

/** The person behind a stored event, if it was one. */
export const userIdOf = (ref: ActorRef): UserId | undefined =>
  ref.startsWith('user/') ? (ref.slice('user/'.length) as UserId) : undefined;

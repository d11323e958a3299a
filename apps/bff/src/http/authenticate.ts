import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { adminTokenActor, type Actor } from '@sitrep/shared/kernel/actor';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { hashToken } from '../command-bus/token.ts';
import type { DirectoryView } from '../identity/directory-view.ts';
import type { Session, Sessions } from '../identity/sessions.ts';
import { cookieValue, type SessionCookie } from './cookies.ts';

export type Identity = {
  /** With the rights of this moment, not of when the request began: its body may take half a minute. */
  readonly actor: () => Actor | undefined;
  /** Of a person at a browser. */
  readonly session?: Session;
};

export type AuthenticateDeps = {
  readonly sessions: Sessions;
  readonly people: DirectoryView;
  readonly cookie: SessionCookie;
  readonly adminToken?: string | undefined;
};

const identities = new WeakMap<Request, Identity>();

/** Compared by hash, so that neither length nor content shows in the time it takes. */
const sameToken = (given: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(expected)));

export const bearerToken = (request: Request): string | undefined =>
  /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];

export const adminTokenCheck =
  (adminToken: string | undefined) =>
  (token: string): boolean =>
    adminToken !== undefined && sameToken(token, adminToken);

export const sessionFrom = (
  headers: { cookie?: string | undefined },
  { sessions, cookie }: Pick<AuthenticateDeps, 'sessions' | 'cookie'>,
): Session | undefined => {
  const token = cookieValue(headers.cookie, cookie.name);
  return token === undefined ? undefined : sessions.find(token);
};

/** Says who asks, where that is known; refuses nobody. */
export const authenticate = (deps: AuthenticateDeps): RequestHandler => {
  const isAdminToken = adminTokenCheck(deps.adminToken);
  return (request, _response, next) => {
    const token = bearerToken(request);
    if (token !== undefined) {
      if (isAdminToken(token)) identities.set(request, { actor: () => adminTokenActor });
    } else {
      const session = sessionFrom(request.headers, deps);
      if (session !== undefined) identities.set(request, { actor: () => actorOf(session, deps), session });
    }
    next();
  };
};

const actorOf = ({ id, userId }: Session, { sessions, people }: AuthenticateDeps): Actor | undefined =>
  sessions.isLive(id) ? people.actor(userId) : undefined;

export const identityOf = (request: Request): Identity | undefined => identities.get(request);

/** @throws Refusal `unauthenticated` */
export const requireActor = (request: Request): Actor => {
  const actor = identities.get(request)?.actor();
  if (actor === undefined) throw new Refusal('unauthenticated', howToGetIn(request));
  return actor;
};

/** Before the body is read: nobody learns what is wrong with a request that nobody may make. */
export const askWho: RequestHandler = (request, _response, next) => {
  requireActor(request);
  next();
};

const howToGetIn = (request: Request): string =>
  bearerToken(request) === undefined
    ? 'Sign in, or send Authorization: Bearer <SITREP_ADMIN_TOKEN>.'
    : 'This token is not known.';

import { Router, type RequestHandler, type Response } from 'express';
import * as z from 'zod/mini';
import { systemActor } from '@sitrep/shared/kernel/actor';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { UserId } from '@sitrep/shared/kernel/ids';
import { parseInput } from '@sitrep/shared/kernel/parse';
import type { Invite, Person } from '@sitrep/shared/people/state';
import {
  Join,
  JoinPreview,
  SignIn,
  type InvitePreview,
  type Me,
  type SessionAnswer,
} from '@sitrep/shared/protocol/http';
import { PROTOCOL } from '@sitrep/shared/protocol/socket';
import type { CommandBus } from '../command-bus/command-bus.ts';
import { hashToken } from '../command-bus/token.ts';
import type { DirectoryView } from '../identity/directory-view.ts';
import { signInAddress } from '../identity/addresses.ts';
import { ABSOLUTE_MS, type Sessions } from '../identity/sessions.ts';
import { derivedId } from '../ids/derived-id.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { Pipeline } from '../projections/pipeline.ts';
import { identityOf, requireActor } from './authenticate.ts';
import { setSessionCookie, type SessionCookie } from './cookies.ts';
import { COMMAND_BODY, takeJsonBody } from './take-body.ts';

export type SessionRoutesDeps = {
  readonly bus: CommandBus;
  readonly pipeline: Pipeline;
  readonly people: DirectoryView;
  readonly sessions: Sessions;
  readonly ids: IdGenerator;
  readonly clock: Clock;
  readonly cookie: SessionCookie;
  /** What the drill is called, where everything here is practice. */
  readonly drill?: string | undefined;
  readonly baseUrl: () => string;
  /** Slows down guessing. */
  readonly limit: RequestHandler;
  /** Name and handle of the first administrator until they say better. */
  readonly firstAdministrator: { readonly name: string; readonly handle: string };
};

const SignInLinkRequest = z.object({ userId: UserId });

const meOf = ({ id, name, handle, role }: Person): Me => ({ id, name, handle, role });

export const sessionRoutes = (deps: SessionRoutesDeps): Router => {
  const { bus, pipeline, people, sessions, ids, clock } = deps;
  const body = takeJsonBody(COMMAND_BODY);

  const personOf = (userId: UserId): Person => {
    const person = people.person(userId);
    if (person === undefined) throw new Refusal('unauthenticated', 'This account was taken away.');
    return person;
  };

  const welcome = (response: Response, { token, session }: Awaited<ReturnType<Sessions['begin']>>): void => {
    response.setHeader('Set-Cookie', setSessionCookie(deps.cookie, token, ABSOLUTE_MS));
    response.json(signedIn(personOf(session.userId)));
  };

  /** What everybody is told, signed in or not. */
  const here = (): Pick<SessionAnswer, 'protocol' | 'serverTime' | 'drill'> => ({
    protocol: PROTOCOL,
    serverTime: clock.now(),
    ...(deps.drill === undefined ? {} : { drill: deps.drill }),
  });
  const signedIn = (person: Person): SessionAnswer => ({ signedIn: true, me: meOf(person), ...here() });

  /** The person that a link is for; the first link of all makes its user the administrator. */
  const userOfLink = async (linked: UserId | null, token: string): Promise<UserId> => {
    if (linked !== null) return personOf(linked).id;
    // Derived, so that the next try of a link that was cut short makes no second administrator.
    const commandId = hashToken(token);
    const userId = derivedId('first-administrator', commandId) as UserId;
    const { position } = await bus.execute({
      type: 'people.create-administrator',
      input: { userId, ...deps.firstAdministrator },
      actor: systemActor('sign-in-link'),
      commandId,
    });
    await pipeline.appliedUpTo(position);
    return userId;
  };

  const inviteOf = (token: string): Invite => {
    const hash = hashToken(token);
    const invite = Object.values(people.directory.invites).find(({ tokenHash }) => tokenHash === hash);
    if (invite === undefined) {
      throw new Refusal('not-found', 'This invite was used or revoked. Ask an administrator for a new one.');
    }
    return invite;
  };

  const router = Router();

  router.get('/session', (request, response) => {
    const userId = identityOf(request)?.session?.userId;
    const person = userId === undefined ? undefined : people.person(userId);
    const answer: SessionAnswer = person === undefined ? { signedIn: false, ...here() } : signedIn(person);
    response.json(answer);
  });

  router.post('/session', deps.limit, body, async (request, response) => {
    const { token } = parseInput(SignIn, request.body);
    const begun = await sessions.useLink(token, (userId) => userOfLink(userId, token));
    if (begun === undefined) {
      throw new Refusal('unauthenticated', 'This link was used, or it is too old. Ask for a new one.');
    }
    welcome(response, begun);
  });

  router.delete('/session', async (request, response) => {
    const session = identityOf(request)?.session;
    if (session !== undefined) await sessions.end(session.id);
    response.setHeader('Set-Cookie', setSessionCookie(deps.cookie, undefined, 0));
    response.status(204).end();
  });

  router.post('/join/preview', deps.limit, body, (request, response) => {
    const { name, handle, role } = inviteOf(parseInput(JoinPreview, request.body).token);
    response.json({ name, handle, role } satisfies InvitePreview);
  });

  router.post('/join', deps.limit, body, async (request, response) => {
    const { token, name, handle } = parseInput(Join, request.body);
    const invite = inviteOf(token);
    const userId = ids.id() as UserId;
    const { position } = await bus.execute({
      type: 'people.accept-invite',
      input: { inviteId: invite.id, userId, name, handle },
      actor: systemActor('invite'),
      commandId: ids.id(),
    });
    await pipeline.appliedUpTo(position);
    welcome(response, await sessions.begin(personOf(userId).id));
  });

  router.post('/sign-in-links', deps.limit, body, async (request, response) => {
    const actor = requireActor(request);
    const { userId } = parseInput(SignInLinkRequest, request.body);
    const own = actor.kind === 'user' && actor.userId === userId;
    if (!own && !(actor.kind === 'system' || (actor.kind === 'user' && actor.role === 'administrator'))) {
      throw new Refusal('forbidden', 'This is for administrators, and for yourself.');
    }
    if (people.person(userId) === undefined) throw new Refusal('not-found', 'There is no such person.');
    const { token, expiresAt } = await sessions.makeLink(userId);
    response.json({ url: signInAddress(deps.baseUrl(), token), expiresAt });
  });

  return router;
};

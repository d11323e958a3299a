import { afterEach, describe, expect, test } from 'vitest';
import type { SessionAnswer } from '@sitrep/shared/protocol/http';
import { PROTOCOL } from '@sitrep/shared/protocol/socket';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { fivePeople, join, movedTo, personFrom, postOpen, signIn } from '../testing/five-people.ts';
import { LeapingClock } from '../testing/leaping-clock.ts';
import { connectLive, openSocket } from '../testing/live-client.ts';
import { cookieOf, type Person } from '../testing/person.ts';
import { startServer, tokenIn, type TestServer, type TestServerOptions } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { ABSOLUTE_MS, IDLE_MS, LINK_MS } from './sessions.ts';

const ADMIN_TOKEN = 'an-administrator-token-of-the-tests';
const DAY_MS = 86_400_000;

const running: TestServer[] = [];
const start = async (options: TestServerOptions = {}): Promise<TestServer & { readonly clock: LeapingClock }> => {
  const clock = new LeapingClock();
  const server = await startServer({ clock, ...options });
  running.push(server);
  return { ...server, clock };
};
const withPeople = async (options: TestServerOptions = {}) => {
  const server = await start(options);
  return { ...server, people: await fivePeople(server, await server.signInToken()) };
};
afterEach(async () => {
  for (const server of running.splice(0)) {
    await server.stop();
  }
});

const statusOf = async (person: Person) => (await person.get('/board')).status;

describe('the sign-in link', () => {
  test('[IDN-1] makes the first administrator, and works once', async () => {
    const server = await start();
    const token = await server.signInToken();
    const ada = await signIn(server, token);
    expect([ada.role, ada.handle]).toEqual(['administrator', 'ada']);
    const again = await postOpen(server, '/session', { token });
    expect([again.status, again.json().code]).toEqual([401, 'unauthenticated']);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('[IDN-2] is worth nothing after an hour', async () => {
    const server = await start();
    const [early, late] = [await server.signInToken(), await server.signInToken()];
    server.clock.leap(LINK_MS - 1);
    expect((await postOpen(server, '/session', { token: early })).status).toBe(200);
    server.clock.leap(1);
    expect((await postOpen(server, '/session', { token: late })).status).toBe(401);
  });

  test('[IDN-3] of two first links used at once, one makes an administrator', async () => {
    const server = await start();
    const tokens = [await server.signInToken(), await server.signInToken()];
    const answers = await Promise.all(tokens.map((token) => postOpen(server, '/session', { token })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(Object.values(server.core.people.directory.people)).toHaveLength(1);
  });

  test('[IDN-4] the same link used twice at once signs in once', async () => {
    const server = await start();
    const token = await server.signInToken();
    const answers = await Promise.all(Array.from({ length: 5 }, () => postOpen(server, '/session', { token })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401, 401, 401]);
  });

  test('[IDN-5] is made by administrators for anybody, and by everybody for themselves', async () => {
    const server = await withPeople();
    const { ada, ren, vic } = server.people;
    const link = (by: Person, whom: Person) => by.post('/sign-in-links', { userId: whom.id });
    expect((await link(ren, vic)).status).toBe(403);
    for (const [by, whom] of [
      [ada, vic],
      [ren, ren],
    ] as const) {
      const { url } = (await link(by, whom)).json<{ url: string }>();
      expect(url.startsWith(`${server.url}/sign-in#token=`)).toBe(true);
      expect((await signIn(server, tokenIn(url))).id).toBe(whom.id);
    }
    await ada.does('people.deactivate', { userId: vic.id });
    expect((await link(ada, vic)).status).toBe(404);
  });

  test('[IDN-6] on the command line signs in the person named, and says where nobody is called so', async () => {
    const server = await withPeople();
    expect((await signIn(server, await server.signInToken('@REN'))).id).toBe(server.people.ren.id);
    expect((await signIn(server, await server.signInToken())).id).toBe(server.people.ada.id);
    await expect(server.signInToken('@nobody')).rejects.toThrow('Nobody here is called @nobody.');
  });
});

describe('an invite', () => {
  test('[IDN-10] shows what it carries, is taken once, and lets name and handle be mended', async () => {
    const server = await withPeople();
    const { token = '' } = await server.people.ada.does('people.invite', {
      name: 'Zoe',
      handle: 'zoe',
      role: 'manager',
    });
    const preview = await postOpen(server, '/join/preview', { token });
    expect(preview.json<object>()).toEqual({ name: 'Zoe', handle: 'zoe', role: 'manager' });
    const both = await Promise.all(
      ['zoe', 'zoey'].map((handle) => postOpen(server, '/join', { token, name: 'Zoë', handle })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404]);
    const joined = both.find(({ status }) => status === 200);
    expect(joined && personFrom(server, joined).role).toBe('manager');
    for (const path of ['/join/preview', '/join']) {
      expect((await postOpen(server, path, { token, name: 'Z', handle: 'zz' })).status).toBe(404);
    }
  });

  test('[IDN-11] that was revoked is worth nothing', async () => {
    const server = await withPeople();
    const { token = '', events } = await server.people.ada.does('people.invite', { name: 'Zoe', handle: 'zoe' });
    const invited = events[0]?.data as { inviteId: string } | undefined;
    await server.people.ada.does('people.revoke-invite', { inviteId: invited?.inviteId ?? '' });
    expect((await postOpen(server, '/join/preview', { token })).status).toBe(404);
    expect((await postOpen(server, '/join', { token, name: 'Zoe', handle: 'zoe' })).status).toBe(404);
  });

  test('[IDN-12] its link is shown to nobody but the one who invited', async () => {
    const server = await withPeople();
    const { token = '' } = await server.people.ada.does('people.invite', { name: 'Zoe', handle: 'zoe' });
    const rows = await server.people.ada.get('/invites');
    expect(rows.text).toContain('zoe');
    expect(rows.text).not.toMatch(/token/i);
    expect((await server.people.cai.get('/invites')).status).toBe(403);
    const log = JSON.stringify(await server.core.log.readAll(0, 1_000));
    expect(log).not.toContain(token);
    expect(JSON.stringify(await server.core.docs.list('sessions'))).not.toContain(
      server.people.ada.cookie.split('=')[1],
    );
  });
});

describe('a session', () => {
  test('[IDN-20] ends 30 days after its last use, and 180 days after it began', async () => {
    const server = await withPeople();
    const { ren, vic } = server.people;
    server.clock.leap(IDLE_MS - 1);
    expect(await statusOf(ren)).toBe(200);
    server.clock.leap(1);
    expect([await statusOf(ren), await statusOf(vic)]).toEqual([200, 401]);
    for (let days = 50; days < 180; days += 20) {
      server.clock.leap(20 * DAY_MS);
      expect(await statusOf(ren)).toBe(200);
    }
    server.clock.leap(ABSOLUTE_MS - 170 * DAY_MS - 1);
    expect(await statusOf(ren)).toBe(200);
    server.clock.leap(1);
    expect(await statusOf(ren)).toBe(401);
  });

  test('[IDN-21] outlives a restart, and what ran out meanwhile is forgotten', async () => {
    const storage = createMemoryStorage();
    const first = await startServer({ storage, clock: new LeapingClock(DAY_MS * 20_000) });
    const people = await fivePeople(first, await first.signInToken());
    await first.signInToken('ren');
    await first.stop();
    // The log is closed with its server: a new one over the same documents is what a restart keeps.
    const clock = new LeapingClock(DAY_MS * 20_000 + IDLE_MS - 1);
    const second = await startServer({ storage, clock });
    running.push(second);
    const moved = movedTo(people, second.port);
    expect(await statusOf(moved.ren)).toBe(200);
    expect(await second.core.docs.list('sign-in-links')).toEqual([]);
  });

  test('[IDN-22] is ended by signing out, its sockets with it; others of the same person stay', async () => {
    const server = await withPeople();
    const { ren } = server.people;
    const other = await signIn(server, await server.signInToken('ren'));
    const [here, there] = [await connectLive(ren), await connectLive(other)];
    const answer = await ren.call('/api/v1/session', { method: 'DELETE' });
    expect([answer.status, cookieOf(answer)]).toEqual([204, 'sitrep_session=']);
    await until('the socket is cut', () => !here.socket.connected);
    expect(here.ended).toBe('signed-out');
    expect([await statusOf(ren), await statusOf(other), there.socket.connected]).toEqual([401, 200, true]);
    there.close();
  });

  test('[IDN-23] that ran out under an open socket ends it within a heartbeat', async () => {
    const server = await withPeople();
    const live = await connectLive(server.people.ren);
    server.clock.leap(IDLE_MS + 2_000);
    await until('the socket is cut', () => !live.socket.connected);
    expect(live.ended).toBe('expired');
  });

  test('[IDN-24] says who is signed in, to anybody who asks', async () => {
    const server = await withPeople();
    const nobody = (await server.call('/api/v1/session')).json<SessionAnswer>();
    expect(nobody).toEqual({ signedIn: false, protocol: PROTOCOL, serverTime: server.clock.now() });
    const mia = (await server.people.mia.get('/session')).json<SessionAnswer>();
    expect(mia).toMatchObject({ signedIn: true, me: { handle: 'mia', role: 'manager' } });
  });
});

describe('the cookie', () => {
  const cookieFrom = async (server: TestServer) => {
    const answer = await postOpen(server, '/session', { token: await server.signInToken() });
    return (answer.headers['set-cookie'] ?? [])[0] ?? '';
  };

  test('[IDN-30] is HttpOnly, SameSite=Lax, for the whole site and for 180 days', async () => {
    const cookie = await cookieFrom(await start());
    expect(cookie.split('; ').slice(1)).toEqual(['Path=/', 'Max-Age=15552000', 'HttpOnly', 'SameSite=Lax']);
    expect(cookie).toMatch(/^sitrep_session=[\w-]{43};/);
  });

  test('[IDN-31] with TLS has the prefix __Host- and is Secure; the other name is not taken then', async () => {
    const server = await start({ secure: true });
    const cookie = await cookieFrom(server);
    expect(cookie).toMatch(/^__Host-sitrep=[\w-]{43}; Path=\/;.*; Secure$/);
    expect(cookie).not.toMatch(/domain/i);
    const value = cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    const status = async (name: string) =>
      (await server.call('/api/v1/board', { headers: { cookie: `${name}=${value}` } })).status;
    expect([await status('__Host-sitrep'), await status('sitrep_session')]).toEqual([200, 401]);
    expect((await server.call('/healthz')).headers['strict-transport-security']).toContain('max-age=');
  });

  test('[IDN-32] of another shape signs nobody in', async () => {
    const server = await withPeople();
    const [, value = ''] = server.people.ren.cookie.split('=');
    for (const cookie of [
      'sitrep_session=',
      `sitrep_session=${value}x`,
      `x=${value}`,
      `sitrep_session=${value.slice(1)}`,
      '=;=',
    ]) {
      expect((await server.call('/api/v1/board', { headers: { cookie } })).status).toBe(401);
    }
    const among = `a=b; sitrep_session=${value}; c=d`;
    expect((await server.call('/api/v1/board', { headers: { cookie: among } })).status).toBe(200);
  });
});

describe('an account', () => {
  test('[IDN-40] that is taken away cuts its sockets at once, and its cookies are dead, also when it is given back', async () => {
    const server = await withPeople();
    const { ada, ren } = server.people;
    const live = await connectLive(ren);
    await live.follow('board');
    await ada.does('people.deactivate', { userId: ren.id });
    await until('the socket is cut', () => !live.socket.connected);
    expect(live.ended).toBe('deactivated');
    expect(await statusOf(ren)).toBe(401);
    const refused = openSocket(ren);
    const error = await new Promise<Error & { data?: unknown }>((resolve) => refused.on('connect_error', resolve));
    expect(error.data).toEqual({ code: 'unauthenticated' });
    refused.disconnect();
    await until('the sessions are gone', async () => (await server.core.docs.list('sessions')).length === 4);
    await ada.does('people.reactivate', { userId: ren.id });
    expect(await statusOf(ren)).toBe(401);
    expect((await signIn(server, await server.signInToken('ren'))).role).toBe('responder');
  });

  test('[IDN-41] taken away while the server was about to die stays without sessions after the restart', async () => {
    const storage = createMemoryStorage();
    const clock = new LeapingClock(DAY_MS * 20_000);
    const first = await startServer({ storage, clock });
    const people = await fivePeople(first, await first.signInToken());
    const sessions = await first.core.docs.list('sessions');
    await people.ada.does('people.deactivate', { userId: people.ren.id });
    await until('the sessions are gone', async () => (await first.core.docs.list('sessions')).length === 4);
    await first.stop();
    // As if the process had died between the event and the end of the sessions.
    await storage.docs.write(sessions.map(({ key, value }) => ({ collection: 'sessions', key, value })));
    const second = await startServer({ storage, clock });
    running.push(second);
    const moved = movedTo(people, second.port);
    await moved.ada.does('people.reactivate', { userId: people.ren.id });
    expect(await statusOf(moved.ren)).toBe(401);
  });

  test('[IDN-42] a changed role counts from the next request on', async () => {
    const server = await withPeople();
    const { ada, vic } = server.people;
    expect((await vic.command('incident.declare', { title: 'Not yet' })).status).toBe(403);
    await ada.does('people.change-role', { userId: vic.id, role: 'responder' });
    expect((await vic.command('incident.declare', { title: 'Now' })).status).toBe(200);
    await ada.does('people.change-role', { userId: vic.id, role: 'viewer' });
    expect((await vic.command('incident.declare', { title: 'No more' })).status).toBe(403);
  });
});

describe('tokens', () => {
  test('[IDN-50] the administrator token acts without a cookie, and no other does', async () => {
    const server = await start({ adminToken: ADMIN_TOKEN });
    const ask = async (authorization: string) =>
      (await server.call('/api/v1/board', { headers: { authorization } })).status;
    expect(await ask(`Bearer ${ADMIN_TOKEN}`)).toBe(200);
    expect(await ask(`bearer ${ADMIN_TOKEN}`)).toBe(200);
    for (const wrong of [`Bearer ${ADMIN_TOKEN}x`, 'Bearer x', 'Bearer ', `Basic ${ADMIN_TOKEN}`, ADMIN_TOKEN]) {
      expect([wrong, await ask(wrong)]).toEqual([wrong, 401]);
    }
    const without = await start();
    expect((await without.call('/api/v1/board', { headers: { authorization: 'Bearer undefined' } })).status).toBe(401);
  });

  test('[IDN-51] a token that is wrong is not helped by a cookie', async () => {
    const server = await withPeople({ adminToken: ADMIN_TOKEN });
    const headers = { cookie: server.people.ada.cookie, authorization: 'Bearer wrong' };
    expect((await server.call('/api/v1/board', { headers })).status).toBe(401);
  });

  test('[IDN-52] guessing is slowed down: after 30 failures in a minute 429 with Retry-After, for good ones too', async () => {
    const server = await start();
    const guess = () => postOpen(server, '/session', { token: 'g'.repeat(43) });
    for (let tries = 0; tries < 30; tries += 1) expect((await guess()).status).toBe(401);
    const slowed = await guess();
    expect([slowed.status, slowed.json().code, slowed.headers['retry-after']]).toEqual([429, 'rate-limited', '60']);
    expect((await postOpen(server, '/join/preview', { token: 'g'.repeat(43) })).status).toBe(429);
  });

  test('[IDN-53] a whole team joins from one address in one minute', async () => {
    const server = await start();
    const ada = await signIn(server, await server.signInToken());
    for (let n = 0; n < 40; n += 1) await join(server, ada, `person-${n}`, 'responder');
    expect(Object.keys(server.core.people.directory.people)).toHaveLength(41);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AccountRole } from '@sitrep/shared/kernel/actor';
import { COMMAND_TYPES, type CommandType } from '@sitrep/shared/protocol/catalogue';
import { HTTP_ROUTES } from '@sitrep/shared/protocol/http-routes';
import { SAMPLE_COMMANDS } from '@sitrep/shared/testing/sample-commands';
import { fivePeople, join, type FivePeople } from '../testing/five-people.ts';
import { connectLive } from '../testing/live-client.ts';
import type { Person } from '../testing/person.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';

/** By their account alone: it takes a role in the incident, or is Sitrep's own. */
const NOBODY: readonly AccountRole[] = [];
const ADMINISTRATORS: readonly AccountRole[] = ['administrator'];
const COMMANDERS: readonly AccountRole[] = ['commander', 'administrator'];
const RESPONDERS: readonly AccountRole[] = ['responder', 'commander', 'administrator'];
const WRITERS: readonly AccountRole[] = ['manager', 'responder', 'commander', 'administrator'];

/** Who is not refused; nobody where the command is not here. A new command does not compile until it is listed. */
const MAY: { readonly [T in CommandType]: readonly AccountRole[] | 'not-here' } = {
  'incident.declare': WRITERS,
  'incident.change-title': RESPONDERS,
  'incident.change-summary': RESPONDERS,
  'incident.change-severity': RESPONDERS,
  'incident.change-status': RESPONDERS,
  'incident.reopen': RESPONDERS,
  'incident.close': COMMANDERS,
  'incident.set-milestone': RESPONDERS,
  'incident.add-service': RESPONDERS,
  'incident.remove-service': RESPONDERS,
  'incident.take-role': RESPONDERS,
  'incident.assign-role': RESPONDERS,
  'incident.release-role': RESPONDERS,
  'incident.join-alerts': RESPONDERS,
  'incident.resolve-alerts': ADMINISTRATORS,
  'incident.grant-access': ADMINISTRATORS,
  'incident.revoke-access': ADMINISTRATORS,
  'hypothesis.suggest': RESPONDERS,
  'hypothesis.reword': RESPONDERS,
  'hypothesis.start-test': RESPONDERS,
  'hypothesis.stop-test': RESPONDERS,
  'hypothesis.confirm': RESPONDERS,
  'hypothesis.rule-out': RESPONDERS,
  'hypothesis.reopen': RESPONDERS,
  'hypothesis.add-evidence': RESPONDERS,
  'hypothesis.remove-evidence': RESPONDERS,
  'hypothesis.withdraw': RESPONDERS,
  'mitigation.propose': RESPONDERS,
  'mitigation.amend': RESPONDERS,
  'mitigation.object': RESPONDERS,
  'mitigation.withdraw-objection': RESPONDERS,
  'mitigation.approve': NOBODY,
  'mitigation.reject': NOBODY,
  'mitigation.withdraw': RESPONDERS,
  'mitigation.start': RESPONDERS,
  'mitigation.finish': RESPONDERS,
  'mitigation.verify': RESPONDERS,
  'mitigation.halt': NOBODY,
  'mitigation.record-uncoordinated': RESPONDERS,
  'role.offer': RESPONDERS,
  'role.accept': RESPONDERS,
  'role.decline': RESPONDERS,
  'role.withdraw-offer': RESPONDERS,
  'commander.report-away': NOBODY,
  'commander.report-back': NOBODY,
  'responder.join': RESPONDERS,
  'responder.leave': RESPONDERS,
  'need.raise': RESPONDERS,
  'need.claim': RESPONDERS,
  'need.unclaim': RESPONDERS,
  'need.meet': RESPONDERS,
  'need.withdraw': RESPONDERS,
  'task.assign': RESPONDERS,
  'task.reassign': RESPONDERS,
  'task.extend': RESPONDERS,
  'task.acknowledge': RESPONDERS,
  'task.done': RESPONDERS,
  'task.fail': RESPONDERS,
  'task.cancel': RESPONDERS,
  'task.reopen': RESPONDERS,
  'follow-up.keep': RESPONDERS,
  'follow-up.drop': RESPONDERS,
  'checklist.start': RESPONDERS,
  'checklist.tick': RESPONDERS,
  'checklist.untick': RESPONDERS,
  'checklist.skip': RESPONDERS,
  'situation.change-impact': RESPONDERS,
  'situation.change-objectives': RESPONDERS,
  'situation.add-criterion': RESPONDERS,
  'situation.reword-criterion': RESPONDERS,
  'situation.meet-criterion': RESPONDERS,
  'situation.unmeet-criterion': RESPONDERS,
  'situation.remove-criterion': RESPONDERS,
  'situation.add-link': RESPONDERS,
  'situation.remove-link': RESPONDERS,
  'situation.set-attention': RESPONDERS,
  'situation.schedule-postmortem': RESPONDERS,
  'handover.record': RESPONDERS,
  'clock.run-out': NOBODY,
  'clock.call-out': NOBODY,
  'clock.defer': NOBODY,
  'escalation.raise': WRITERS,
  'escalation.end': NOBODY,
  'timeline.add-entry': WRITERS,
  'timeline.edit-entry': COMMANDERS,
  'timeline.retract-entry': COMMANDERS,
  'timeline.restore-entry': COMMANDERS,
  'timeline.import-entries': WRITERS,
  'timeline.retract-import': COMMANDERS,
  'timeline.pin-entry': WRITERS,
  'timeline.unpin-entry': WRITERS,
  'relation.add': RESPONDERS,
  'relation.remove': RESPONDERS,
  'relation.mirror': NOBODY,
  'settings.change-severities': ADMINISTRATORS,
  'settings.change-watchdogs': ADMINISTRATORS,
  'settings.change-working-time': ADMINISTRATORS,
  'settings.change-roles': ADMINISTRATORS,
  'settings.change-checklists': ADMINISTRATORS,
  'settings.change-templates': ADMINISTRATORS,
  'settings.change-services': ADMINISTRATORS,
  'update.draft': RESPONDERS,
  'update.revise': RESPONDERS,
  'update.request-approval': RESPONDERS,
  'update.approve': NOBODY,
  'update.request-changes': NOBODY,
  'update.publish': RESPONDERS,
  'update.announce': RESPONDERS,
  'update.hold': RESPONDERS,
  'update.release': NOBODY,
  'update.discard': RESPONDERS,
  'people.create-administrator': 'not-here',
  'people.invite': ADMINISTRATORS,
  'people.revoke-invite': ADMINISTRATORS,
  'people.accept-invite': 'not-here',
  'people.change-profile': ADMINISTRATORS,
  'people.change-role': ADMINISTRATORS,
  'people.deactivate': ADMINISTRATORS,
  'people.reactivate': ADMINISTRATORS,
  'people.create-team': ADMINISTRATORS,
  'people.rename-team': ADMINISTRATORS,
  'people.remove-team': ADMINISTRATORS,
  'people.join-team': ADMINISTRATORS,
  'people.leave-team': ADMINISTRATORS,
  'alert.fire': ADMINISTRATORS,
  'alert.acknowledge': RESPONDERS,
  'alert.resolve': RESPONDERS,
  'integration.create': ADMINISTRATORS,
  'integration.change-settings': ADMINISTRATORS,
  'integration.replace-token': ADMINISTRATORS,
  'integration.remove': ADMINISTRATORS,
};

const ADMIN_TOKEN = 'an-administrator-token-of-the-tests';

let server: TestServer;
let people: FivePeople;
let gus: Person;
beforeAll(async () => {
  server = await startServer({ adminToken: ADMIN_TOKEN });
  people = await fivePeople(server, await server.signInToken());
  gus = await join(server, people.ada, 'gus', 'responder');
});
afterAll(async () => {
  await server.stop();
});

/** An incident with an entry, both by the administrator, so that nobody else owns or holds anything. */
const incident = async (more: object = {}) => {
  const incidentId = await people.ada.declares('Rights', more);
  const entryId = randomUUID();
  await people.ada.does('timeline.add-entry', { incidentId, entryId, text: 'an entry' });
  return { incidentId, entryId };
};

/** The sample command of a type about a certain incident, entry and person. */
const inputOf = (type: CommandType, about: { incidentId: string; entryId: string }): object => {
  const sample: Record<string, unknown> = { ...SAMPLE_COMMANDS[type] };
  if ('incidentId' in sample) sample['incidentId'] = about.incidentId;
  if ('entryId' in sample) sample['entryId'] = type === 'timeline.add-entry' ? randomUUID() : about.entryId;
  if ('userId' in sample) sample['userId'] = gus.id;
  return sample;
};

describe('[CMD-20] every command by every account role', () => {
  test.each(COMMAND_TYPES)('%s', async (type) => {
    const may = MAY[type];
    const about = await incident();
    for (const person of Object.values(people)) {
      const about2 = type === 'incident.declare' ? { ...about, incidentId: randomUUID() } : about;
      const { status, text } = await person.command(type, inputOf(type, about2));
      const refused = may === 'not-here' ? [404] : [403];
      const expected = may !== 'not-here' && may.includes(person.role) ? [200, 400, 404, 409] : refused;
      expect(expected, `${person.role}: ${text}`).toContain(status);
    }
    const anonymous = await server.call(`/api/v1/commands/${type}`, {
      method: 'POST',
      body: JSON.stringify(inputOf(type, about)),
      headers: { 'content-type': 'application/json', 'x-sitrep-client': 'test' },
    });
    expect(anonymous.status).toBe(401);
  });
});

test.each(COMMAND_TYPES.filter((type) => MAY[type] === NOBODY))(
  '[CAN-9] %s is not for the token of the administrator',
  async (type) => {
    const { status, text } = await server.call(`/api/v1/commands/${type}`, {
      method: 'POST',
      body: JSON.stringify(inputOf(type, await incident())),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ADMIN_TOKEN}` },
    });
    expect([type, status, text]).toEqual([type, 403, expect.stringContaining('This is for')]);
  },
);

test('[CMD-21] a refusal says who may', async () => {
  const { incidentId } = await incident();
  const answer = await people.vic.command('incident.change-title', { incidentId, title: 'No' });
  expect(answer.json().detail).toBe('This is for responders, commanders and administrators.');
});

describe('[HTTP-1] what somebody may not see answers like what is not there', () => {
  const outsiders = () => [people.vic, people.mia, people.ren, people.cai];
  const withoutIds = (text: string, ...ids: string[]) => ids.reduce((left, id) => left.replaceAll(id, 'ID'), text);

  const hiddenOnes = async () => {
    const open = await incident({ private: true });
    const closed = await incident({ private: true });
    await people.ada.does('incident.close', { incidentId: closed.incidentId, as: 'false-alarm', reason: 'none' });
    await server.app.indexer.indexedUpTo(server.core.log.head());
    return [open, closed];
  };
  const keyOf = async (incidentId: string) => {
    const answer = await people.ada.get(`/incidents/${incidentId}`);
    return answer.json<{ incident: { key: string } }>().incident.key;
  };

  test('in every command', async () => {
    for (const hidden of await hiddenOnes()) {
      const missing = { incidentId: randomUUID(), entryId: hidden.entryId };
      for (const type of COMMAND_TYPES) {
        if (type === 'incident.declare' || !('incidentId' in SAMPLE_COMMANDS[type])) continue;
        for (const person of outsiders()) {
          const about = { ...inputOf(type, hidden) } as Record<string, unknown>;
          const a = await person.command(type, about);
          const b = await person.command(type, { ...about, incidentId: missing.incidentId });
          expect([type, a.status, a.text]).toEqual([type, b.status, b.text]);
          expect([403, 404]).toContain(a.status);
        }
      }
    }
  });

  test('in every read', async () => {
    for (const { incidentId } of await hiddenOnes()) {
      const missing = randomUUID();
      const key = await keyOf(incidentId);
      const pairs = [
        [`/incidents/${incidentId}`, `/incidents/${missing}`],
        [`/incidents/${key}`, '/incidents/INC-2026-9999'],
        [`/incidents/${incidentId}?at=3`, `/incidents/${missing}?at=3`],
        [`/incidents/${incidentId}?at=nonsense`, `/incidents/${missing}?at=nonsense`],
        [`/incidents/${incidentId}/timeline`, `/incidents/${missing}/timeline`],
        [
          `/incidents/${key}/timeline?at=2026-11-20T00:00:00Z`,
          '/incidents/INC-2026-9999/timeline?at=2026-11-20T00:00:00Z',
        ],
        [`/topics/incident/${incidentId}`, `/topics/incident/${missing}`],
        [`/topics/board/${incidentId}`, `/topics/board/${missing}`],
        ['/topics/nonsense', '/topics/incident/nonsense'],
      ] as const;
      for (const [hidden, absent] of pairs) {
        for (const person of outsiders()) {
          const [a, b] = [await person.get(hidden), await person.get(absent)];
          expect([hidden, a.status, a.text]).toEqual([hidden, 404, b.text]);
          expect(Object.keys(a.headers)).toEqual(Object.keys(b.headers));
        }
      }
      for (const list of ['/board', '/board?at=999999', '/incidents', '/incidents?search=Rights', '/topics/board']) {
        for (const person of outsiders()) {
          expect(withoutIds((await person.get(list)).text, incidentId)).not.toContain('ID');
        }
      }
    }
  });

  test('in every subscription', async () => {
    const live = await connectLive(people.ren);
    for (const { incidentId } of await hiddenOnes()) {
      for (const kind of ['incident', 'board']) {
        const hidden = await live.subscribe(`${kind}/${incidentId}`, 3);
        const missing = await live.subscribe(`${kind}/${randomUUID()}`, 3);
        expect(hidden).toEqual(missing);
        expect(hidden).toMatchObject({ outcome: 'refused', code: 'not-found' });
      }
    }
    live.close();
  });
});

describe('[HTTP-2] every route', () => {
  const PATHS: Readonly<Record<string, string>> = {
    '{idOrKey}': 'INC-2026-9999',
    '{topic}': 'board',
    '{incidentId}': randomUUID(),
    '{source}': 'generic',
  };
  const concrete = (path: string) => path.replaceAll(/\{\w+\}/g, (name) => PATHS[name] ?? name);

  test('is in the OpenAPI document, with every command', async () => {
    const document = (await people.vic.get('/openapi.json')).json<{ paths: Record<string, object> }>();
    for (const { path, method } of HTTP_ROUTES) expect(document.paths[path]).toHaveProperty(method);
    const commands = Object.keys(document.paths).filter((path) => path.startsWith('/api/v1/commands/'));
    const here = COMMAND_TYPES.filter((type) => MAY[type] !== 'not-here');
    expect(commands.map((path) => path.slice('/api/v1/commands/'.length)).toSorted()).toEqual(here.toSorted());
  });

  test('that the app has is listed', () => {
    const listed = new Set(HTTP_ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, ':x')}`));
    const routes = routesOf(server.app.server.listeners('request'));
    expect(routes.length).toBeGreaterThan(15);
    for (const route of routes) {
      if (route === 'post /api/v1/commands/:x' || route === 'get /{*page}') continue;
      // One route serves all topics.
      const names =
        route === 'get /api/v1/topics/:x' ? ['get /api/v1/topics/:x', 'get /api/v1/topics/incident/:x'] : [route];
      for (const name of names) expect([...listed]).toContain(name);
    }
  });

  test.each(HTTP_ROUTES.filter(({ open }) => open !== true))(
    'asks who is there: $method $path',
    async ({ method, path }) => {
      const answer = await server.call(concrete(path), {
        method: method.toUpperCase(),
        ...(method === 'post' ? { body: '{}' } : {}),
        headers: { 'x-sitrep-client': 'test', 'content-type': 'application/json' },
      });
      // Signing out twice is no fault.
      expect(answer.status).toBe(path === '/api/v1/session' ? 204 : 401);
      expect(answer.text).not.toContain('stack');
    },
  );

  test('[HTTP-2] without credentials, or with a wrong token, a script is told what to send', async () => {
    const declare = (headers: Readonly<Record<string, string>>) =>
      server.call('/api/v1/commands/incident.declare', { method: 'POST', body: 'title=x', headers });
    const nobody = await declare({});
    expect([nobody.status, nobody.json().detail]).toEqual([
      401,
      'Sign in, or send Authorization: Bearer <SITREP_ADMIN_TOKEN>.',
    ]);
    const stranger = await declare({ authorization: 'Bearer not-a-token-of-anybody' });
    expect([stranger.status, stranger.json().detail]).toEqual([401, 'This token is not known.']);
  });

  test('[HTTP-2] the OpenAPI document is for everybody', async () => {
    const answer = await server.call('/api/v1/openapi.json');
    expect([answer.status, answer.json<{ openapi: string }>().openapi]).toEqual([200, '3.1.0']);
  });

  test('of nothing is 404 and points to the document; other methods too', async () => {
    for (const [method, path] of [
      ['GET', '/api/v1/nothing'],
      ['GET', '/api/v2/board'],
      ['PUT', '/api/v1/board'],
      ['GET', '/api/v1/commands/incident.declare'],
      ['GET', '/api/v1/incidents/%E0%A4%A'],
    ] as const) {
      const answer = await people.vic.call(path, { method });
      expect([path, [400, 404].includes(answer.status)]).toEqual([path, true]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });
});

type Layer = { readonly name: string; readonly route?: { path: string; methods: object }; readonly handle?: unknown };
type WithStack = { readonly stack?: readonly Layer[] };

/** Routes of an Express app with the prefix that all our routers share. */
const routesOf = (listeners: readonly unknown[]): readonly string[] => {
  const app = listeners.find((listener) => typeof (listener as { router?: unknown }).router === 'function');
  const own = (layers: readonly Layer[], prefix: string): string[] =>
    layers.flatMap((layer) => {
      if (layer.route !== undefined) {
        const path = `${prefix}${layer.route.path}`.replaceAll(/[:*]\w+/g, ':x');
        return Object.keys(layer.route.methods).map((method) => `${method} ${path}`);
      }
      const inner = (layer.handle as WithStack | undefined)?.stack ?? [];
      return own(inner, inner.some(({ route }) => route?.path === '/healthz') ? '' : '/api/v1');
    });
  return own((app as { router: WithStack }).router.stack ?? [], '');
};

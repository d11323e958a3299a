import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { amAlert, amBody } from './testing/alert-world.ts';
import { ADMIN_TOKEN, serve, type Serving } from './testing/serve.ts';

let server: Serving;
beforeAll(async () => {
  server = await serve();
});
afterAll(async () => {
  await server.stop();
});
afterEach(() => {
  if (server.failures.length > 0) throw new Error(`The server logged: ${JSON.stringify(server.failures)}`);
});

let made = 0;
const connect = async (source: string, settings: object = {}): Promise<{ id: string; token: string }> => {
  const name = `${source} ${(made += 1)}`;
  const { body } = await server.post('/commands/integration.create', { name, source, settings });
  return { id: body.events[0].data.integrationId, token: body.token };
};
const group = () => `group ${(made += 1)}`;
const incidentsIn = (alertGroup: string) =>
  [...server.core.openSet.entries()].filter(
    ([stream, { state }]) =>
      stream.startsWith('incident/') &&
      (state as { incident: { alertGroup?: string } }).incident.alertGroup?.includes(`"${alertGroup}"`),
  );
const until = async <T>(look: () => T | undefined): Promise<T> => {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('[ING-1] the source', () => {
  test('is told where nobody knows it, before any token is asked for', async () => {
    const { status, body } = await server.call('/ingest/nagios', { method: 'POST', body: '{}' });
    expect([status, body.code, body.known]).toEqual([404, 'not-found', ['alertmanager', 'generic']]);
  });
});

test('[ING-1] whoever only looks at the address is told to post', async () => {
  const { status, body } = await server.call('/ingest/generic');
  expect([status, body.code, body.detail]).toEqual([
    404,
    'not-found',
    'Alerts are sent by POST to /api/v1/ingest/generic, with the token of an integration.',
  ]);
});

describe('[ING-2] the token', () => {
  const body = { service: 'checkout', event: 'slow' };
  const send = async (path: string, token?: string) => {
    const answer = await server.call(path, {
      method: 'POST',
      body: JSON.stringify(body),
      ...(token === undefined ? {} : { token }),
    });
    return [answer.status, answer.body.detail ?? 'taken'];
  };

  test('is asked for', async () => {
    expect(await send('/ingest/generic')).toEqual([401, expect.stringContaining('Authorization: Bearer')]);
  });

  test('has to be right', async () => {
    expect(await send('/ingest/generic', 'wrong')).toEqual([401, 'This token belongs to no integration.']);
    const { token } = await connect('generic');
    expect(await send('/ingest/generic', `${token}x`)).toEqual([401, 'This token belongs to no integration.']);
    expect(await send('/ingest/generic', token)).toEqual([200, 'taken']);
  });

  test('of another source is told its address', async () => {
    const { token } = await connect('alertmanager');
    expect(await send('/ingest/generic', token)).toEqual([401, expect.stringContaining('/api/v1/ingest/alertmanager')]);
  });

  test('that was replaced stops working at once', async () => {
    const { id, token } = await connect('generic');
    await server.post('/commands/integration.replace-token', { integrationId: id });
    await until(() => server.core.people.integrations[id as never]);
    expect((await send('/ingest/generic', token))[0]).toBe(401);
  });

  test('counts in the address only where the integration allows it', async () => {
    const { token } = await connect('generic');
    expect(await send(`/ingest/generic?token=${token}`)).toEqual([401, expect.stringContaining('settings')]);
    const allowed = await connect('generic', { tokenInUrl: true });
    expect(await send(`/ingest/generic?token=${allowed.token}`)).toEqual([200, 'taken']);
    expect((await send(`/ingest/generic?token=a&token=${allowed.token}`))[0]).toBe(401);
    expect((await send(`/ingest/generic?token=${ADMIN_TOKEN}`))[0]).toBe(401);
  });

  test('of the administrator is taken for every source, several times at once', async () => {
    const own = await serve();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, index) => own.post('/ingest/generic', { ...body, event: `slow ${index}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await own.call('/integrations', { token: ADMIN_TOKEN })).body.items).toHaveLength(1);
    await own.stop();
  });
});

describe('the body', () => {
  test('[ING-3] that is a form is refused, saying where it stops being JSON', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status, body } = await server.post('/ingest/generic', 'service=checkout', ADMIN_TOKEN, form);
    expect([status, body.detail]).toEqual([400, expect.stringContaining('line 1, column 1')]);
  });

  test('[ING-3] may be called plain text', async () => {
    const body = JSON.stringify({ service: 'checkout', event: 'plain' });
    expect((await server.post('/ingest/generic', body, ADMIN_TOKEN, { 'content-type': 'text/plain' })).status).toBe(
      200,
    );
  });

  test('[ING-4] of another shape is refused with the path of the first fault', async () => {
    const { status, body } = await server.post('/ingest/alertmanager', { alerts: {} });
    expect([status, body.code, body.faults[0].path]).toEqual([400, 'invalid', 'alerts']);
  });

  test('[ING-5] of 100,000 levels is refused with its path, and the server goes on', async () => {
    const deep = `{"alerts":[{"labels":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`;
    const { status, body } = await server.post('/ingest/alertmanager', deep);
    expect([status, body.faults[0].path]).toEqual([400, expect.stringMatching(/^alerts\[0\]\.labels\[0\]/)]);
    expect((await server.post('/commands/incident.declare', deep)).status).toBe(400);
    expect((await server.call('/sources', { token: ADMIN_TOKEN })).status).toBe(200);
  });

  test('[ING-6] over 16 MiB is too large, plain or inflated', async () => {
    const large = JSON.stringify({ event: 'x'.repeat(16 * 1024 * 1024) });
    expect((await server.post('/ingest/generic', large)).status).toBe(413);
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024, 0x20));
    const answer = await server.call('/ingest/generic', {
      method: 'POST',
      body: new Uint8Array(bomb),
      headers: { 'content-encoding': 'gzip' },
      token: ADMIN_TOKEN,
    });
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large']);
  });

  test('may be compressed', async () => {
    const answer = await server.call('/ingest/generic', {
      method: 'POST',
      body: new Uint8Array(gzipSync(JSON.stringify({ service: 'checkout', event: 'packed' }))),
      headers: { 'content-encoding': 'gzip' },
      token: ADMIN_TOKEN,
    });
    expect(answer.body).toEqual({ stored: 1, repeated: 0, unreadable: 0 });
  });

  test('of a damaged compression is refused', async () => {
    const headers = { 'content-encoding': 'gzip' };
    const answer = await server.call('/ingest/generic', {
      method: 'POST',
      body: 'no gzip',
      headers,
      token: ADMIN_TOKEN,
    });
    expect(answer.status).toBe(400);
  });
});

test('[ING-7] while too much is under way, senders are asked to come again', async () => {
  const { token } = await connect('generic');
  const started: ClientRequest[] = [];
  const headers = { authorization: `Bearer ${token}`, 'content-length': String(16 * 1024 * 1024) };
  const begin = (): ClientRequest => {
    const request = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      method: 'POST',
      path: '/api/v1/ingest/generic',
      headers,
    });
    request.on('error', () => {});
    request.write('{');
    started.push(request);
    return request;
  };
  let answered: IncomingMessage | undefined;
  for (let bodies = 0; bodies < 6; bodies += 1) {
    begin().on('response', (response: IncomingMessage) => {
      answered ??= response;
      response.resume();
    });
  }
  const answer = await until(() => answered);
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  for (const request of started) {
    const closed = new Promise((resolve) => request.once('close', resolve));
    request.destroy();
    await closed;
  }
  const body = { service: 'checkout', event: 'after the rush' };
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await server.post('/ingest/generic', body, token)).status === 200) break;
  }
  expect((await server.post('/ingest/generic', body, token)).body).toMatchObject({ repeated: 1 });
});

describe('alerts', () => {
  test('[ING-41] delivered twice at the same moment open one incident', async () => {
    const { token } = await connect('alertmanager');
    const name = group();
    const body = amBody([amAlert({ name }), amAlert({ name, instance: 'web-2' })], name);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => server.post('/ingest/alertmanager', body, token)),
    );
    expect(answers.reduce((sum, { body: { stored } }) => sum + stored, 0)).toBe(2);
    await until(() => incidentsIn(name).at(0));
    await server.post('/ingest/alertmanager', body, token);
    expect(incidentsIn(name)).toHaveLength(1);
  });

  test('[ING-28] 10,000 in one body are taken within seconds', async () => {
    const { token } = await connect('alertmanager', { opensIncidents: false });
    const name = group();
    const body = amBody(
      Array.from({ length: 10_000 }, (_, index) => amAlert({ name, instance: `web-${index}` })),
      name,
    );
    const { status, body: answer } = await server.post('/ingest/alertmanager', body, token);
    expect([status, answer]).toEqual([200, { stored: 10_000, repeated: 0, unreadable: 0 }]);
    expect((await server.post('/ingest/alertmanager', body, token)).body).toMatchObject({ repeated: 10_000 });
  });

  test('[ING-9] that cannot be read are listed', async () => {
    const { id, token } = await connect('alertmanager');
    await server.post('/ingest/alertmanager', amBody(['what is this']), token);
    const { body } = await server.call('/alerts/unreadable?limit=1', { token: ADMIN_TOKEN });
    expect(body).toMatchObject({
      items: [{ integrationId: id, raw: '"what is this"', fault: expect.stringContaining('alerts[0]') }],
      next: expect.any(String),
      position: expect.any(Number),
    });
    expect((await server.call('/alerts/unreadable')).status).toBe(401);
  });
});

describe('[ING-30] a test alert', () => {
  test.each(['alertmanager', 'generic'])(
    'of %s opens an incident of its own, and once for the same key',
    async (source) => {
      const { id } = await connect(source);
      const send = (key: string) =>
        server.post('/test-alerts', { integrationId: id }, ADMIN_TOKEN, { 'idempotency-key': key });
      const first = await send('one');
      expect(first.body).toEqual({ alertId: expect.any(String), incidentId: expect.any(String) });
      expect((await send('one')).body).toEqual(first.body);
      const second = await send('two');
      expect(second.body.alertId).not.toBe(first.body.alertId);
      expect(second.body.incidentId).not.toBe(first.body.incidentId);
    },
  );

  test('opens none where the integration opens none', async () => {
    const { id } = await connect('generic', { opensIncidents: false });
    expect((await server.post('/test-alerts', { integrationId: id })).body).toEqual({ alertId: expect.any(String) });
  });

  test('is for administrators, and for integrations that there are', async () => {
    const { id, token } = await connect('generic');
    expect((await server.post('/test-alerts', { integrationId: id }, token)).status).toBe(401);
    const unknown = '01980000-0000-7000-8000-000000000000';
    expect((await server.post('/test-alerts', { integrationId: unknown })).status).toBe(404);
    expect((await server.post('/test-alerts', {})).body.faults[0].path).toBe('integrationId');
  });
});

test('commands take JSON only, and no more than 256 KiB of it', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await server.post('/commands/incident.declare', 'title=x', ADMIN_TOKEN, form)).status).toBe(415);
  const large = { title: 'x'.repeat(300_000) };
  expect((await server.post('/commands/incident.declare', large)).status).toBe(413);
});

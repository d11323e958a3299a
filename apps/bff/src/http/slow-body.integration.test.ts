import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer();
  people = await fivePeople(server, await server.signInToken());
});
afterAll(() => server.stop());

test('a command is decided with the rights of the moment in which its body has come', async () => {
  const { ada, ren } = people;
  const body = JSON.stringify({ title: 'Sent slowly' });
  const slow = request({
    port: server.port,
    method: 'POST',
    path: '/api/v1/commands/incident.declare',
    headers: {
      cookie: ren.cookie,
      'x-sitrep-client': 'test',
      'content-type': 'application/json',
      'content-length': body.length,
    },
  });
  slow.write(body.slice(0, 5));
  const [reading] = (await once(server.app.server, 'request')) as [IncomingMessage];
  expect(reading.url).toContain('incident.declare');
  await ada.does('people.change-role', { userId: ren.id, role: 'viewer' });
  await server.core.pipeline.appliedUpTo(server.core.log.head());
  slow.end(body.slice(5));
  const [answer] = (await once(slow, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(403);
  answer.resume();
});

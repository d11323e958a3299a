import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { connectLive, openSocket } from '../testing/live-client.ts';
import type { Person } from '../testing/person.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { SOCKETS_PER_PERSON, TOPICS_AT_ONCE } from './limits.ts';

let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer();
  people = await fivePeople(server, await server.signInToken());
});
afterAll(async () => {
  await server.stop();
});

const refusalOf = async (person: Person) => {
  const socket = openSocket(person);
  const error = await new Promise<Error & { data?: { code: string } }>((resolve, reject) => {
    socket.on('connect_error', resolve);
    socket.on('connect', () => reject(new Error('connected')));
  });
  socket.disconnect();
  return error.data?.code;
};

test('[RT-11] one socket follows sixty topics at most, and can change them', async () => {
  const ids = await Promise.all(Array.from({ length: TOPICS_AT_ONCE }, (_, n) => people.ren.declares(`Room ${n}`)));
  const live = await connectLive(people.ren);
  const topics = ['board', ...ids.map((id) => `incident/${id}`)];
  const outcomes = await Promise.all(topics.map((topic) => live.subscribe(topic)));
  expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual([
    { outcome: 'refused', code: 'rate-limited', message: 'A page can follow 60 topics at once.' },
  ]);
  expect((await live.subscribe('board')).outcome).toBe('take-snapshot');
  live.socket.emit('topic:unsubscribe', { topic: 'board' });
  expect((await live.subscribe(topics.at(-1) ?? '')).outcome).toBe('take-snapshot');
  live.close();
});

test('[RT-12] one person has forty sockets at most, others are not held up, and a closed one makes room', async () => {
  const own = await startServer();
  const others = await fivePeople(own, await own.signInToken());
  const held = await Promise.all(Array.from({ length: SOCKETS_PER_PERSON }, () => connectLive(others.vic)));
  expect(await refusalOf(others.vic)).toBe('busy');
  (await connectLive(others.mia)).close();
  held.pop()?.close();
  await until('there is room', () => own.app.gateway.connections < SOCKETS_PER_PERSON);
  held.push(await connectLive(others.vic));
  for (const live of held) live.close();
  await own.stop();
});

test('[RT-13] a connection that does not say who it is within ten seconds is closed', { timeout: 20_000 }, async () => {
  const address = `ws://127.0.0.1:${server.port}/socket.io/?EIO=4&transport=websocket`;
  const silent = new WebSocket(address, { origin: server.url });
  const began = Date.now();
  await new Promise((resolve) => silent.once('close', resolve));
  expect(Date.now() - began).toBeLessThan(12_000);
});

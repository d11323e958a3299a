import { afterAll, beforeAll, expect, test } from 'vitest';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { connectLive } from '../testing/live-client.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer();
  people = await fivePeople(server, await server.signInToken());
});
afterAll(async () => {
  await server.stop();
});

test('[RT-45] a closed private row is forgotten, and offered again when it is reopened', async () => {
  const { topics } = server.app;
  const incidentId = await people.ren.declares('Comes back', { private: true });
  const topic = `board/${incidentId}`;
  const [told, asking] = [await connectLive(people.ren), await connectLive(people.ada)];
  for (const live of [told, asking]) {
    await live.follow('board');
    await until('its row is held', () => live.replicas.get(topic)?.rows.has(incidentId));
  }
  await people.ada.does('incident.close', { incidentId, as: 'false-alarm', reason: 'none' });
  await until('it is gone', () => told.replicas.get(topic)?.rows.size === 0);
  // Whatever comes next lets go of it.
  await people.ren.declares('Another');
  await until('it is forgotten', () => topics.privateRow(incidentId) === undefined);
  expect(topics.memory().privateRows).toEqual([]);
  expect(await asking.subscribe(topic, 1)).toMatchObject({ outcome: 'refused', code: 'not-found' });
  asking.replicas.delete(topic);
  await people.ren.does('incident.reopen', { incidentId, reason: 'again' });
  for (const live of [told, asking]) {
    await until('its row is back', () => live.replicas.get(topic)?.rows.has(incidentId));
    live.close();
  }
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMAND_TYPES } from '@sitrep/shared/protocol/catalogue';
import { SAMPLE_COMMANDS } from '@sitrep/shared/testing/sample-commands';
import { fivePeople, join, type FivePeople } from '../testing/five-people.ts';
import { connectLive } from '../testing/live-client.ts';
import type { Person } from '../testing/person.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';

const ADMIN_TOKEN = 'an-administrator-token-of-the-tests';
const CANARY = 'CANARY';

let server: TestServer;
let people: FivePeople;
let roz: Person;
beforeAll(async () => {
  server = await startServer({ adminToken: ADMIN_TOKEN });
  people = await fivePeople(server, await server.signInToken());
  roz = await join(server, people.ada, 'roz', 'responder');
});
afterAll(async () => {
  await server.stop();
});

/** Everything that a person can ask for by HTTP. */
const readAll = async (person: Person, incidentId: string, key: string, entryId: string): Promise<string> => {
  const head = server.core.log.head();
  const paths = [
    '/board',
    `/board?at=${head}`,
    `/board?at=${Math.floor(head / 2)}`,
    `/board?at=${new Date().toISOString()}`,
    '/incidents',
    `/incidents?search=${CANARY}`,
    '/incidents?search=canary&limit=1',
    `/incidents?search=${key}`,
    '/incidents?search=a&atLeast=1',
    `/incidents/${incidentId}`,
    `/incidents/${key}`,
    `/incidents/${incidentId}?at=${head}`,
    `/incidents/${key}?at=${head}`,
    `/incidents/${incidentId}/timeline`,
    `/incidents/${key}/timeline?limit=200`,
    `/incidents/${key}/timeline?at=${head}`,
    '/topics/board',
    '/topics/alerts',
    '/topics/people',
    // A file has the id of the entry here.
    `/incidents/${key}/files/${entryId}`,
    `/topics/board/${incidentId}`,
    `/topics/incident/${incidentId}`,
    '/sources',
    '/integrations',
    '/invites',
    '/alerts/unreadable',
    '/session',
    '/openapi.json',
  ];
  const answers = await Promise.all(paths.map((path) => person.get(path)));
  const commands = COMMAND_TYPES.filter((type) => 'incidentId' in SAMPLE_COMMANDS[type]).map((type) =>
    person.command(type, {
      ...SAMPLE_COMMANDS[type],
      incidentId,
      ...('entryId' in SAMPLE_COMMANDS[type] ? { entryId } : {}),
    }),
  );
  const own = await person.declares('Own').catch(() => undefined);
  const duplicate = person.command('incident.close', {
    incidentId: own ?? randomUUID(),
    as: 'duplicate',
    otherId: incidentId,
  });
  return [...answers, ...(await Promise.all([...commands, duplicate]))].map(({ text }) => text).join('\n');
};

test('[RT-43] of the whole life of a private incident, nothing reaches those who may not see it', async () => {
  const outsiders = [people.vic, people.mia, people.cai, roz];
  const clients = await Promise.all(outsiders.map((person) => connectLive(person)));
  for (const client of clients) for (const topic of ['board', 'alerts', 'people']) await client.follow(topic);

  const { ada, ren } = people;
  const { token = '' } = await ada.does('integration.create', { name: 'Tool', source: 'generic' });
  const fired = await server.call('/api/v1/ingest/generic', {
    method: 'POST',
    body: JSON.stringify({ service: 'checkout', event: 'disk', severity: 'warning' }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  expect(fired.status).toBe(200);
  const alertId = await until('the alert is there', () =>
    [...server.core.openSet.entries()].find(([stream]) => stream.startsWith('alert/'))?.[0].slice('alert/'.length),
  );

  const incidentId = await ren.declares(`${CANARY} title`, {
    private: true,
    summary: `${CANARY} summary`,
    services: [`${CANARY} service`],
    alerts: [{ alertId, title: `${CANARY} alert` }],
  });
  const { incident } = (await ren.get(`/incidents/${incidentId}`)).json<{ incident: { key: string } }>();
  const entryId = randomUUID();
  const seen: string[] = [];
  const look = async () => {
    for (const person of outsiders) seen.push(await readAll(person, incidentId, incident.key, entryId));
    for (const client of clients) {
      for (const kind of ['incident', 'board'])
        seen.push(JSON.stringify(await client.subscribe(`${kind}/${incidentId}`, 1)));
      const report = { incidentId, doing: 'viewing' } as const;
      seen.push(JSON.stringify(await client.socket.emitWithAck('presence:join', report)));
      client.socket.emit('presence:report', { ...report, doing: 'typing' });
    }
  };
  await ren.does('timeline.add-entry', { incidentId, entryId, text: `${CANARY} note` });
  const file = await ren.call(`/api/v1/incidents/${incidentId}/files/${entryId}`, {
    method: 'PUT',
    body: `${CANARY} in a file`,
    headers: { 'x-file-name': `${CANARY}.txt` },
  });
  expect(file.status).toBe(200);
  const inside = await connectLive(ren);
  expect(await inside.socket.emitWithAck('presence:join', { incidentId, doing: 'typing' })).toMatchObject({
    outcome: 'joined',
    people: [{ id: ren.id }],
  });
  await ren.does('timeline.edit-entry', { incidentId, entryId, baseRevision: 1, text: `${CANARY} mended` });
  await ren.does('incident.change-title', { incidentId, title: `${CANARY} retitled` });
  await ren.does('incident.change-severity', { incidentId, severity: 1, reason: `${CANARY} worse` });
  await ren.does('incident.take-role', { incidentId, role: 'commander' });
  await ren.does('incident.grant-access', { incidentId, userId: ada.id });
  await look();
  await server.call('/api/v1/ingest/generic', {
    method: 'POST',
    body: JSON.stringify({ service: 'checkout', event: 'disk', severity: 'ok', status: 'resolved' }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  await ren.does('timeline.retract-entry', { incidentId, entryId, reason: `${CANARY} wrong` });
  await ren.does('incident.change-status', { incidentId, status: 'resolved', reason: `${CANARY} over` });
  await ren.does('incident.close', { incidentId, as: 'completed', reason: `${CANARY} done` });
  await server.app.indexer.indexedUpTo(server.core.log.head());
  await look();
  await ren.does('incident.reopen', { incidentId, reason: `${CANARY} again` });
  await ren.does('incident.close', { incidentId, as: 'false-alarm', reason: `${CANARY} no` });
  await look();

  // Something public comes after all that, so that whatever was sent before has arrived.
  const after = await ren.declares('PUBLIC');
  for (const client of clients) {
    await until('the public one is there', () => client.replicas.get('board')?.rows.has(after));
    expect(client.frames.join('\n')).not.toMatch(new RegExp(`${CANARY}|${incidentId}|${incident.key}`));
  }
  // What they asked with is theirs; what came back is not to name anything.
  for (const text of seen) expect(text).not.toContain(CANARY);
  expect(seen.join('\n')).not.toContain(incident.key);
  // The same eyes do see it where they may.
  expect(await readAll(ada, incidentId, incident.key, entryId)).toContain(`${CANARY} mended`);
  expect(inside.frames.join('\n')).not.toContain(people.vic.id);
  for (const client of [...clients, inside]) client.close();
});

test('[INC-45] a public incident closes as a duplicate of no private one, a private incident does', async () => {
  const otherId = await people.ren.declares('Kept quiet', { private: true });
  const [open, hidden] = [await people.ren.declares('Seen'), await people.ren.declares('Unseen', { private: true })];
  for (const as of ['duplicate', 'merged']) {
    const answer = await people.ada.post('/commands/incident.close', { incidentId: open, as, otherId });
    expect(answer.json()).toMatchObject({ code: 'invalid', faults: [{ message: 'There is no such incident.' }] });
  }
  await people.ada.does('incident.close', { incidentId: hidden, as: 'duplicate', otherId });
});

test('[RT-44] the row of an alert names a public incident that it joined, never a private one', async () => {
  const rows = (await people.vic.get('/topics/alerts')).json<{ rows: readonly { incidentId?: string }[] }>().rows;
  expect(rows.length).toBeGreaterThan(0);
  for (const { incidentId } of rows) {
    const visible = incidentId === undefined || (await people.vic.get(`/incidents/${incidentId}`)).status === 200;
    expect(visible).toBe(true);
  }
});

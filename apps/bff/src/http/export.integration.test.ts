import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '@sitrep/shared/settings/values';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer();
  people = await fivePeople(server, await server.signInToken());
});
afterAll(async () => {
  await server.stop();
});

describe('[EXP-7] the export', () => {
  test('is a file that is called like the incident, by id or key, open or closed', async () => {
    const incidentId = await people.ada.declares('Checkout fails');
    await people.ada.does('timeline.add-entry', { incidentId, entryId: randomUUID(), text: 'seen at the till' });
    const markdown = await people.vic.get(`/incidents/${incidentId}/export`);
    const key = /^# (\S+): Checkout fails$/m.exec(markdown.text)?.[1] ?? '';
    expect(markdown.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${key}.md"`,
    });
    expect(markdown.text).toContain('seen at the till');
    await people.ada.does('incident.close', { incidentId, as: 'false-alarm', reason: 'none' });
    const json = await people.vic.get(`/incidents/${key}/export?format=json`);
    expect(json.headers['content-disposition']).toBe(`attachment; filename="${key}.json"`);
    expect(json.json()).toMatchObject({ format: 'sitrep-incident', schema: 1, incident: { key, status: 'closed' } });
  });

  test('of a private incident is as if it were not there', async () => {
    const incidentId = await people.ada.declares('Hidden', { private: true });
    const [hidden, missing] = [
      await people.ren.get(`/incidents/${incidentId}/export`),
      await people.ren.get(`/incidents/${randomUUID()}/export`),
    ];
    expect([hidden.status, hidden.text]).toEqual([404, missing.text]);
    expect((await people.ada.get(`/incidents/${incidentId}/export`)).status).toBe(200);
  });

  test('has two formats', async () => {
    const incidentId = await people.ada.declares('Formats');
    expect((await people.ada.get(`/incidents/${incidentId}/export?format=pdf`)).status).toBe(400);
  });
});

test('[SET-4] everybody reads the settings, which tell who changed them', async () => {
  const value = { ...DEFAULT_SETTINGS.watchdogs, noProgress: 25 * 60_000 };
  expect((await people.ren.command('settings.change-watchdogs', { value })).status).toBe(403);
  await people.ada.does('settings.change-watchdogs', { value, base: 0 });
  const answer = await people.vic.get('/settings');
  expect(answer.json()).toMatchObject({
    values: { watchdogs: value },
    changes: { watchdogs: { revision: 1, by: `user/${people.ada.id}` } },
  });
  const stale = await people.ada.command('settings.change-watchdogs', { value: DEFAULT_SETTINGS.watchdogs, base: 0 });
  expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('changed meanwhile')]);
});

test('[REL-16] the other incident may be named by its key', async () => {
  const [one, other] = [await people.ada.declares('One'), await people.ada.declares('Other')];
  const answer = await people.ada.get(`/incidents/${other}`);
  const { key } = answer.json<{ incident: { key: string } }>().incident;
  await people.ada.does('relation.add', { incidentId: one, kind: 'related', otherId: key });
  const room = (await people.ada.get(`/incidents/${one}`)).json<{ parts: { relations: object } }>();
  expect(room.parts.relations).toMatchObject({ items: [{ kind: 'related', otherId: other, key }] });
  const unknown = await people.ada.command('relation.add', {
    incidentId: one,
    kind: 'related',
    otherId: 'INC-2026-9999',
  });
  expect([unknown.status, unknown.text]).toEqual([400, expect.stringContaining('There is no such incident.')]);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { HistoryPage, TimelinePage } from '@sitrep/shared/protocol/http';
import { HOLD_WINDOW_MS } from '@sitrep/shared/updates/values';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { LeapingClock } from '../testing/leaping-clock.ts';
import type { Person } from '../testing/person.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';

const clock = new LeapingClock();
let server: TestServer;
let people: FivePeople;
beforeAll(async () => {
  server = await startServer({ clock });
  people = await fivePeople(server, await server.signInToken());
});
afterAll(async () => {
  await server.stop();
});

const isoNow = (): string => new Date(clock.now()).toISOString();
const board = async (person: Person, query = '') =>
  (await person.get(`/board${query}`)).json<{ items: readonly BoardRow[]; position: number }>();
const incidentAt = async (person: Person, id: string, query = '') =>
  (await person.get(`/incidents/${id}${query}`)).json<{ incident: Incident; position: number }>();
const close = (incidentId: IncidentId) =>
  people.ada.does('incident.close', { incidentId, as: 'false-alarm', reason: 'none' });

describe('then', () => {
  test('[HIST-20] board, incident and timeline answer as they were, by time and by position', async () => {
    const { ren, vic } = people;
    const incidentId = await ren.declares('First title');
    const first = { time: isoNow(), position: server.core.log.head() };
    clock.leap(60_000);
    await ren.does('incident.change-title', { incidentId, title: 'Second title' });
    await ren.does('timeline.add-entry', { incidentId, text: 'later' });
    clock.leap(60_000);
    await close(incidentId);
    await server.app.indexer.indexedUpTo(server.core.log.head());
    for (const at of [`?at=${first.position}`, `?at=${encodeURIComponent(first.time)}`]) {
      const then = await board(vic, at);
      expect(then.position).toBe(first.position);
      expect(then.items.map(({ title }) => title)).toEqual(['First title']);
      expect((await incidentAt(vic, incidentId, at)).incident.title).toBe('First title');
      const timeline = (await vic.get(`/incidents/${incidentId}/timeline${at}`)).json<TimelinePage>();
      expect(timeline.items).toHaveLength(1);
    }
    expect((await board(vic)).items).toEqual([]);
    expect((await incidentAt(vic, incidentId)).incident.status).toBe('closed');
    expect((await vic.get(`/incidents/${incidentId}?at=1`)).status).toBe(404);
    expect((await board(vic, '?at=2000-01-01T00:00:00Z')).items).toEqual([]);
    expect((await board(vic, '?at=999999999')).position).toBe(server.core.log.head());
  });

  test('[HIST-20] is read with the rights of today', async () => {
    const { ren, cai, ada } = people;
    const incidentId = await ren.declares('Members only', { private: true });
    await ada.does('incident.grant-access', { incidentId, userId: cai.id });
    const member = server.core.log.head();
    await ada.does('incident.revoke-access', { incidentId, userId: cai.id });
    const outsider = server.core.log.head();
    const seen = async (person: Person, at: number) => [
      (await person.get(`/incidents/${incidentId}?at=${at}`)).status,
      (await board(person, `?at=${at}`)).items.some(({ id }) => id === incidentId),
    ];
    expect(await seen(cai, member)).toEqual([404, false]);
    await close(incidentId);
    expect(await seen(cai, member)).toEqual([404, false]);
    await ada.does('incident.grant-access', { incidentId, userId: cai.id });
    expect(await seen(cai, member)).toEqual([200, true]);
    expect(await seen(cai, outsider)).toEqual([200, true]);
  });

  test('[HTTP-3] what is no time, no position and no parameter is named', async () => {
    for (const [path, name] of [
      ['/board?at=yesterday', 'at'],
      ['/board?at=2026-13-45T00:00:00Z', 'at'],
      ['/board?atLeast=-1', 'atLeast'],
      ['/incidents?limit=0', 'limit'],
      ['/incidents?limit=201', 'limit'],
      ['/incidents?limit=1&limit=2', 'limit'],
      ['/incidents?cursor=nonsense', 'cursor'],
      [`/incidents?search=${'x'.repeat(201)}`, 'search'],
    ] as const) {
      const answer = await people.vic.get(path);
      expect([path, answer.status, answer.json().faults?.map((fault) => fault.path)]).toEqual([path, 400, [name]]);
    }
  });
});

test('[HIST-21] atLeast brings what one wrote oneself, on the board and in history', async () => {
  for (let n = 0; n < 5; n += 1) {
    const { position, events } = await people.ren.does('incident.declare', { title: `Own ${n}` });
    const incidentId = events[0]?.stream.slice('incident/'.length) as IncidentId;
    const here = await board(people.ren, `?atLeast=${position}`);
    expect(here.items.some(({ id }) => id === incidentId)).toBe(true);
    const closed = await close(incidentId);
    const page = (await people.ren.get(`/incidents?atLeast=${closed.position}`)).json<HistoryPage>();
    expect(page.items.map(({ id }) => id)).toContain(incidentId);
    expect(page.position).toBeGreaterThanOrEqual(closed.position);
  }
  // A position that is not there yet is not waited for.
  expect((await people.ren.get('/board?atLeast=999999999')).status).toBe(200);
});

test('[HIST-22] a closed incident can be read by id and key from the moment it is closed', async () => {
  for (let n = 0; n < 10; n += 1) {
    const incidentId = await people.ren.declares(`At once ${n}`);
    const { incident } = await incidentAt(people.ren, incidentId);
    await close(incidentId);
    expect((await people.vic.get(`/incidents/${incident.key}`)).status).toBe(200);
    const { items } = (
      await people.vic.get(`/incidents?search=${encodeURIComponent(incident.key)}`)
    ).json<HistoryPage>();
    expect(items.map(({ id }) => id)).toEqual([incidentId]);
  }
});

test('[HIST-14] whoever lost access to a closed incident finds it no more from that moment on', async () => {
  const { ren, cai, ada } = people;
  const incidentId = await ren.declares('Xylophone', { private: true });
  await ada.does('incident.grant-access', { incidentId, userId: cai.id });
  await close(incidentId);
  const finds = async () =>
    (await cai.get('/incidents?search=xylophone')).json<HistoryPage>().items.length +
    Number((await cai.get(`/incidents/${incidentId}`)).status === 200);
  expect(await finds()).toBe(2);
  await ada.does('incident.revoke-access', { incidentId, userId: cai.id });
  expect(await finds()).toBe(0);
});

test('[HIST-16] an update that left after the incident was closed is found too', async () => {
  const { ren, vic } = people;
  const incidentId = await ren.declares('Closed while an update was on its way');
  await ren.does('update.announce', { incidentId, audience: 'internal', text: 'all parcels are accounted for' });
  await close(incidentId);
  clock.leap(HOLD_WINDOW_MS);
  await server.app.clocks.handled();
  await server.app.indexer.indexedUpTo(server.core.log.head());
  const { items } = (await vic.get('/incidents?search=parcels')).json<HistoryPage>();
  expect(items.map(({ id }) => id)).toEqual([incidentId]);
});

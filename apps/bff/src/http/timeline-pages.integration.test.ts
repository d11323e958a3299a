import { randomUUID } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { TimelinePage } from '@sitrep/shared/protocol/http';
import { fivePeople, type FivePeople } from '../testing/five-people.ts';
import { PAGE_CHARACTERS } from './timeline-page.ts';
import { startServer, type TestServer } from '../testing/test-server.ts';

const ENTRIES = 1_200;

let server: TestServer;
let people: FivePeople;
let incidentId: IncidentId;
beforeAll(async () => {
  server = await startServer();
  people = await fivePeople(server, await server.signInToken());
  incidentId = await people.ren.declares('A long one');
  for (let n = 0; n < ENTRIES; n += 200) {
    const entries = Array.from({ length: 200 }, (_, index) => ({
      entryId: randomUUID(),
      kind: 'note',
      text: `Entry ${n + index}: latency of checkout is at ${index} ms and rising`,
    }));
    await people.ren.does('timeline.import-entries', { incidentId, importId: randomUUID(), entries } as never);
  }
});
afterAll(() => server.stop());

const pageOf = async (query: string): Promise<TimelinePage> =>
  (await people.vic.get(`/incidents/${incidentId}/timeline?${query}`)).json<TimelinePage>();

test('[HTTP-4] a page has a thousand entries at most, and the next one goes on from there', async () => {
  const newest = await pageOf('limit=1000');
  expect(newest.items).toHaveLength(1_000);
  const older = await pageOf(`limit=1000&before=${newest.next}`);
  expect(older.next).toBeUndefined();
  const versions = [...older.items, ...newest.items].map(({ version }) => version);
  // All of them, and the one that says who declared it.
  expect(new Set(versions).size).toBe(ENTRIES + 1);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  const refused = await people.vic.get(`/incidents/${incidentId}/timeline?limit=1001`);
  expect([refused.status, refused.json().faults?.[0]?.path]).toEqual([400, 'limit']);
});

test('[HTTP-4] a page of long entries ends sooner, none is left out', async () => {
  const long = await people.ren.declares('Long texts');
  for (let n = 0; n < 4; n += 1) {
    const texts = Array.from({ length: 12 }, () => ({ entryId: randomUUID(), kind: 'note', text: 'x'.repeat(18_000) }));
    await people.ren.does('timeline.import-entries', {
      incidentId: long,
      importId: randomUUID(),
      entries: texts,
    } as never);
  }
  for (let n = 0; n < 60; n += 1) {
    await people.ren.does('timeline.add-entry', { incidentId: long, text: 'y'.repeat(20_000) });
  }
  const found: number[] = [];
  let pages = 0;
  for (let query = 'limit=1000'; query !== ''; pages += 1) {
    const answer = await people.vic.get(`/incidents/${long}/timeline?${query}`);
    expect(answer.text.length).toBeLessThan(PAGE_CHARACTERS + 100_000);
    const { items, next } = answer.json<TimelinePage>();
    found.unshift(...items.map(({ version }) => version));
    query = next === undefined ? '' : `limit=1000&before=${next}`;
  }
  expect(pages).toBe(2);
  expect(found).toEqual(Array.from({ length: 109 }, (_, index) => (found[0] ?? 0) + index));
});

test.each([
  ['gzip, br', 'br', brotliDecompressSync],
  // All that browsers take over plain HTTP.
  ['gzip, deflate', 'gzip', gunzipSync],
] as const)('[HTTP-4] a page comes compressed for whoever takes %s', async (accepted, encoding, unpack) => {
  const path = `/api/v1/incidents/${incidentId}/timeline?limit=1000`;
  const plain = await people.vic.call(path);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const packed = await people.vic.call(path, { headers: { 'accept-encoding': accepted } });
  expect(packed.headers).toMatchObject({
    'content-encoding': encoding,
    vary: 'Accept-Encoding',
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
  });
  expect(unpack(packed.bytes).toString()).toBe(plain.text);
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
});

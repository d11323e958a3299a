import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { MAX_FILE_BYTES, MAX_THUMBNAIL_BYTES } from '@sitrep/shared/timeline/attachment';
import { ManualClock } from '../../adapters/manual-clock.ts';
import { MemoryBlobStore } from '../../adapters/blob-store/memory-blob-store.ts';
import { createMemoryStorage } from '../../adapters/storage/memory/memory-storage.ts';
import { fivePeople, type FivePeople } from '../../testing/five-people.ts';
import { startServer, type TestServer } from '../../testing/test-server.ts';
import { MAX_INCIDENT_BYTES } from './file-usage.ts';
import { download, pathOf, PIXEL, upload } from './testing/upload.ts';
import { UPLOADS_AT_ONCE } from './upload-rate.ts';

const clock = new ManualClock(1_700_000_000_000);
const blobs = new MemoryBlobStore();
const storage = createMemoryStorage();
let server: TestServer;
let people: FivePeople;
let incidentId: IncidentId;
beforeAll(async () => {
  server = await startServer({ clock, blobs, storage });
  people = await fivePeople(server, await server.signInToken());
  incidentId = await people.ren.declares('With files');
});
afterAll(() => server.stop());

/** Nobody is out of breath in the tests of other things. */
const rest = () => clock.advance(120_000);

describe('a file', () => {
  test('[FILES-10] is uploaded, and comes back as it was to all who see the incident', async () => {
    const { status, fileId, text } = await upload(people.ren, incidentId);
    expect([status, JSON.parse(text)]).toEqual([200, { fileId, type: 'image/png', bytes: PIXEL.length }]);
    for (const person of [people.ren, people.vic, people.ada]) {
      const answer = await download(person, incidentId, fileId);
      expect(answer.status).toBe(200);
      expect(answer.bytes).toEqual(PIXEL);
      expect(answer.headers).toMatchObject({
        'content-type': 'image/png',
        'content-length': String(PIXEL.length),
        'content-disposition': `inline; filename="pixel.png"; filename*=UTF-8''pixel.png`,
      });
    }
    const key = (await people.ren.get(`/incidents/${incidentId}`)).json<{ incident: { key: string } }>().incident.key;
    expect((await download(people.vic, key, fileId)).bytes).toEqual(PIXEL);
    const head = await people.vic.call(pathOf(incidentId, fileId), { method: 'HEAD' });
    expect([head.status, head.bytes.length, head.headers['content-length']]).toEqual([200, 0, String(PIXEL.length)]);
  });

  test('[FILES-10] may be empty, and may come without its length', async () => {
    const empty = await upload(people.ren, incidentId, { body: Buffer.alloc(0), name: 'nothing.txt' });
    expect(empty.json()).toMatchObject({ bytes: 0, type: 'application/octet-stream' });
    expect((await download(people.ren, incidentId, empty.fileId)).bytes).toHaveLength(0);
    const chunked = await upload(people.ren, incidentId, { headers: { 'transfer-encoding': 'chunked' } });
    expect(chunked.json()).toMatchObject({ bytes: PIXEL.length });
  });

  test('[FILES-11] sent again is the same; other bytes, or the same from somebody else, are a conflict', async () => {
    const first = await upload(people.ren, incidentId);
    const before = (await blobs.list()).length;
    const again = await upload(people.ren, incidentId, { fileId: first.fileId, name: 'renamed.png' });
    expect([again.status, again.text]).toEqual([200, first.text]);
    const others = [
      await upload(people.ren, incidentId, { fileId: first.fileId, body: Buffer.from('other') }),
      await upload(people.ren, incidentId, { fileId: first.fileId, body: Buffer.alloc(PIXEL.length) }),
      await upload(people.mia, incidentId, { fileId: first.fileId }),
    ];
    for (const { status, text } of others)
      expect([status, JSON.parse(text)]).toMatchObject([409, { code: 'conflict' }]);
    expect(await blobs.list()).toHaveLength(before);
    // Under another incident it is another file.
    const elsewhere = await people.ren.declares('Another');
    expect((await upload(people.mia, elsewhere, { fileId: first.fileId, body: Buffer.from('b') })).status).toBe(200);
  });

  test('[FILES-11] sent twice at the same moment is stored once', async () => {
    const before = (await blobs.list()).length;
    const fileId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => upload(people.ren, incidentId, { fileId })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const rivals = await Promise.all(
      [people.ren, people.mia, people.cai].map((person) =>
        upload(person, incidentId, { fileId: '0'.repeat(8) + fileId.slice(8), body: Buffer.from(person.handle) }),
      ),
    );
    expect(rivals.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(await blobs.list()).toHaveLength(before + 2);
    rest();
  });

  test('[FILES-12] has ten mebibytes at most, told or untold, and of more nothing is kept', async () => {
    const largest = await upload(people.ren, incidentId, { body: Buffer.alloc(MAX_FILE_BYTES) });
    expect(largest.status).toBe(200);
    const before = (await blobs.list()).length;
    const over = Buffer.alloc(MAX_FILE_BYTES + 1);
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }]) {
      const answer = await upload(people.ren, incidentId, { body: over, headers });
      expect([answer.status, answer.json().detail]).toEqual([413, 'This may have 10 MiB at most.']);
    }
    expect(await blobs.list()).toHaveLength(before);
  });

  test('[FILES-13] of one incident all together have five hundred mebibytes at most', async () => {
    const own = createMemoryStorage();
    const full = await startServer({ storage: own });
    const { ren, mia } = await fivePeople(full, await full.signInToken());
    const here = await ren.declares('Full of files');
    const record = {
      incidentId: here,
      name: 'large',
      type: 'application/octet-stream',
      namedType: '',
      by: 'user/x',
      at: 1,
      sha256: '',
    };
    const planted = [MAX_INCIDENT_BYTES - 2 * PIXEL.length].map((bytes) => {
      const fileId = randomUUID();
      return { collection: 'files', key: `${here}/${fileId}`, value: { ...record, fileId, blob: randomUUID(), bytes } };
    });
    await own.docs.write(planted);
    const answers = await Promise.all(Array.from({ length: 4 }, () => upload(ren, here)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 413, 413]);
    const refused = answers.find(({ status }) => status === 413);
    expect(refused?.json().detail).toBe('The files of an incident may have 500 MiB together; 0 KiB are left.');
    expect((await upload(mia, await mia.declares('Elsewhere'))).status).toBe(200);
    await full.stop();
  });

  test('[FILES-14] after many at once takes a pause of its sender alone', async () => {
    rest();
    const fileId = randomUUID();
    const statuses: number[] = [];
    for (let n = 0; n <= UPLOADS_AT_ONCE; n += 1)
      statuses.push((await upload(people.cai, incidentId, { fileId })).status);
    expect(new Set(statuses.slice(0, UPLOADS_AT_ONCE))).toEqual(new Set([200]));
    const refused = await upload(people.cai, incidentId, { fileId });
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '2']);
    expect((await upload(people.ren, incidentId)).status).toBe(200);
    clock.advance(2_000);
    expect((await upload(people.cai, incidentId, { fileId })).status).toBe(200);
    rest();
  });
});

describe('a thumbnail', () => {
  test('[FILES-15] is a small image by whoever uploaded the file, once', async () => {
    const { ren, mia, vic } = people;
    const { fileId } = await upload(ren, incidentId, { body: Buffer.from('a large picture'), name: 'large.heic' });
    const thumbnail = (person: typeof ren, body: Buffer) =>
      person.call(`${pathOf(incidentId, fileId)}/thumbnail`, { method: 'PUT', body });
    expect((await download(vic, incidentId, fileId, '/thumbnail')).status).toBe(404);
    expect((await thumbnail(mia, PIXEL)).status).toBe(403);
    expect((await thumbnail(ren, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).status).toBe(415);
    expect((await thumbnail(ren, Buffer.concat([PIXEL, Buffer.alloc(MAX_THUMBNAIL_BYTES)]))).status).toBe(413);
    expect((await thumbnail(ren, PIXEL)).status).toBe(200);
    expect((await thumbnail(ren, PIXEL)).status).toBe(200);
    expect((await thumbnail(ren, Buffer.concat([PIXEL, PIXEL]))).status).toBe(409);
    const small = await download(vic, incidentId, fileId, '/thumbnail');
    expect([small.status, small.headers['content-type'], small.bytes]).toEqual([200, 'image/png', PIXEL]);
    expect((await upload(ren, incidentId, { fileId: `${randomUUID()}/thumbnail` })).status).toBe(404);
  });
});

describe('rights', () => {
  const outcomes = async (person: typeof people.ren, id: string) => {
    const up = await upload(person, id);
    return [up.status, up.text] as const;
  };

  test('[FILES-16] who may not write may not upload, and nobody without a session', async () => {
    expect((await upload(people.vic, incidentId)).json().detail).toBe(
      'This is for responders, commanders, managers and administrators.',
    );
    for (const method of ['PUT', 'GET'] as const) {
      for (const more of ['', '/thumbnail']) {
        const answer = await server.call(`${pathOf(incidentId, randomUUID())}${more}`, {
          method,
          headers: { 'x-sitrep-client': 'test' },
        });
        expect(answer.status).toBe(401);
      }
    }
  });

  test('[FILES-16] without the header of our pages nobody uploads, whatever cookie they have', async () => {
    const answer = await server.call(pathOf(incidentId, randomUUID()), {
      method: 'PUT',
      body: PIXEL,
      headers: { cookie: people.ren.cookie, 'x-file-name': 'x.png', origin: 'http://evil.example' },
    });
    expect(answer.status).toBe(403);
  });

  test('[FILES-17] what somebody may not see has no files, and answers like what is not there', async () => {
    const { ada, ren, vic } = people;
    const hidden = await ada.declares('Hidden', { private: true });
    const { fileId } = await upload(ada, hidden, { name: 'CANARY.png' });
    for (const person of [ren, vic]) {
      expect(await outcomes(person, hidden)).toEqual(await outcomes(person, randomUUID()));
      const [a, b] = [await download(person, hidden, fileId), await download(person, randomUUID(), fileId)];
      expect([a.status, a.text]).toEqual([404, b.text]);
      expect(Object.keys(a.headers)).toEqual(Object.keys(b.headers));
    }
    await ada.does('incident.grant-access', { incidentId: hidden, userId: ren.id });
    await server.core.pipeline.appliedUpTo(server.core.log.head());
    const seen = await download(ren, hidden, fileId);
    expect(seen.status).toBe(200);
    await ada.does('incident.revoke-access', { incidentId: hidden, userId: ren.id });
    await server.core.pipeline.appliedUpTo(server.core.log.head());
    // Kept by the browser, it is asked about again.
    const again = await ren.call(pathOf(hidden, fileId), {
      headers: { 'if-none-match': String(seen.headers['etag']) },
    });
    expect([again.status, again.text.includes('CANARY')]).toEqual([404, false]);
  });

  test('[FILES-17] a closed incident takes no more files, and shows those it has', async () => {
    const { ren, cai, vic } = people;
    const closing = await ren.declares('Soon closed');
    const { fileId } = await upload(ren, closing);
    await cai.does('incident.close', { incidentId: closing, as: 'false-alarm', reason: 'none' });
    const refused = await upload(ren, closing);
    expect([refused.status, refused.json().detail]).toEqual([409, expect.stringContaining('Reopen it to add files.')]);
    expect((await download(vic, closing, fileId)).bytes).toEqual(PIXEL);
  });

  test('[FILES-18] the browser keeps a file and asks each time whether it may still show it', async () => {
    const { fileId } = await upload(people.ren, incidentId);
    const first = await download(people.vic, incidentId, fileId);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const second = await people.vic.call(pathOf(incidentId, fileId), {
      headers: { 'if-none-match': String(first.headers['etag']) },
    });
    expect([second.status, second.bytes.length]).toEqual([304, 0]);
  });
});

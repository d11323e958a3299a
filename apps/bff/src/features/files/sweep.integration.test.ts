import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { ManualClock } from '../../adapters/manual-clock.ts';
import { MemoryBlobStore } from '../../adapters/blob-store/memory-blob-store.ts';
import { createMemoryStorage } from '../../adapters/storage/memory/memory-storage.ts';
import type { BlobId } from '../../ports/blob-store.ts';
import type { DocStore } from '../../ports/doc-store.ts';
import { fivePeople, type FivePeople } from '../../testing/five-people.ts';
import { startServer, type TestServer } from '../../testing/test-server.ts';
import { FileUsage } from './file-usage.ts';
import { allFiles, openUploads } from './file-record.ts';
import { Sweep, SWEEP_AFTER_MS } from './sweep.ts';
import { download, pathOf, PIXEL, show, upload } from './testing/upload.ts';

const clock = new ManualClock(1_700_000_000_000);
let blobs: MemoryBlobStore;
let storage: ReturnType<typeof createMemoryStorage>;
let server: TestServer;
let people: FivePeople;
let incidentId: IncidentId;
beforeEach(async () => {
  blobs = new MemoryBlobStore();
  storage = createMemoryStorage();
  server = await startServer({ clock, blobs, storage });
  people = await fivePeople(server, await server.signInToken());
  incidentId = await people.ren.declares('With files to sweep');
});
afterEach(() => server.stop());

/** A day in which nobody's session ends, and what is due then. */
const aDayLater = async () => {
  clock.advance(SWEEP_AFTER_MS);
  await server.app.files.sweep.ended();
};
const statusOf = async (fileId: string, more = '') => (await download(people.ren, incidentId, fileId, more)).status;

test('[FILES-30] what no entry names is removed a day after its upload, what one has ever named stays', async () => {
  const { ren } = people;
  const [orphan, shown, retracted] = [
    await upload(ren, incidentId),
    await upload(ren, incidentId),
    await upload(ren, incidentId),
  ];
  for (const { fileId } of [orphan, shown]) {
    await ren.call(`${pathOf(incidentId, fileId)}/thumbnail`, { method: 'PUT', body: PIXEL });
  }
  await show(ren, incidentId, shown.fileId);
  const entryId = randomUUID();
  await show(ren, incidentId, retracted.fileId, entryId);
  await ren.does('timeline.retract-entry', { incidentId, entryId, reason: 'wrong picture' });

  clock.advance(SWEEP_AFTER_MS - 1);
  await server.app.files.sweep.ended();
  expect(await statusOf(orphan.fileId)).toBe(200);
  await aDayLater();
  expect(await statusOf(orphan.fileId)).toBe(404);
  expect(await statusOf(orphan.fileId, '/thumbnail')).toBe(404);
  for (const { fileId } of [shown, retracted]) expect(await statusOf(fileId)).toBe(200);
  expect(await statusOf(shown.fileId, '/thumbnail')).toBe(200);
  expect(await blobs.list()).toHaveLength(3);
  expect(await openUploads(storage.docs)).toEqual([]);
  // Never looked at again: there is nothing left to be settled.
  await aDayLater();
  expect(await statusOf(shown.fileId)).toBe(200);
});

test('[FILES-30] is done at the start too, and makes room', async () => {
  const { fileId } = await upload(people.ren, incidentId);
  await server.stop();
  clock.advance(SWEEP_AFTER_MS);
  server = await startServer({ clock, blobs, storage });
  await server.app.files.sweep.ended();
  expect(await blobs.list()).toEqual([]);
  expect(await allFiles(storage.docs)).toEqual([]);
  people = { ...people, ren: people.ren.at(server.port) };
  expect((await upload(people.ren, incidentId, { fileId })).status).toBe(200);
});

/** Documents that fail at the n-th write, as where the process ends there. */
const failingAt = (docs: DocStore, last: number): DocStore => {
  let writes = 0;
  return {
    get: (collection, key) => docs.get(collection, key),
    list: (collection) => docs.list(collection),
    take: (collection, key) => docs.take(collection, key),
    close: () => docs.close(),
    write: async (changes) => {
      writes += 1;
      if (writes > last) throw new Error('the process has ended');
      await docs.write(changes);
    },
  };
};

/** Blobs that cannot be removed any more, as where the process ends before. */
class EndingBlobStore extends MemoryBlobStore {
  override async remove(): Promise<void> {
    throw new Error('the process has ended');
  }
}

test.each([0, 1, 2, 3, 4])('[FILES-31] a crash after %i writes loses nothing and leaves nothing', async (writes) => {
  const { ren } = people;
  const [orphan, shown] = [await upload(ren, incidentId), await upload(ren, incidentId)];
  await show(ren, incidentId, shown.fileId);
  // A blob without a record: the upload never came to its end.
  const half = randomUUID() as BlobId;
  await blobs.put(
    half,
    (async function* () {
      yield PIXEL;
    })(),
    1_000,
  );
  await storage.docs.write([
    { collection: 'file-uploads', key: half, value: { blob: half, incidentId, fileId: randomUUID(), at: clock.now() } },
  ]);
  const warned: string[] = [];
  const logger = {
    info: () => {},
    error: () => {},
    warn: (_fields: object, message: string) => void warned.push(message),
  };
  const later = new ManualClock(clock.now() + SWEEP_AFTER_MS);
  const usage = new FileUsage(storage.docs);
  const crashing = new Sweep({
    log: storage.log,
    docs: failingAt(storage.docs, writes),
    blobs: writes === 1 ? new EndingBlobStore() : blobs,
    clock: later,
    logger,
    usage,
  });
  crashing.start();
  await crashing.ended();
  await crashing.stop();
  expect(warned).toEqual(writes < 4 ? ['files that nothing shows could not be removed; tried again tomorrow'] : []);
  expect(await statusOf(shown.fileId)).toBe(200);

  await aDayLater();
  expect(await statusOf(shown.fileId)).toBe(200);
  expect(await statusOf(orphan.fileId)).toBe(404);
  expect(await blobs.list()).toHaveLength(1);
  expect(await openUploads(storage.docs)).toEqual([]);
});

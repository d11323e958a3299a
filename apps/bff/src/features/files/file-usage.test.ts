import { expect, test } from 'vitest';
import { testId } from '@sitrep/shared/testing/cast';
import { createMemoryStorage } from '../../adapters/storage/memory/memory-storage.ts';
import type { BlobId } from '../../ports/blob-store.ts';
import { droppedFile, keptFile, type FileRecord } from './file-record.ts';
import { FileUsage, MAX_INCIDENT_BYTES } from './file-usage.ts';

const FILE: FileRecord = {
  fileId: testId(1),
  incidentId: testId(2),
  blob: testId(3) as string as BlobId,
  bytes: 1_000,
  sha256: 'abc',
  name: 'pool.png',
  type: 'image/png',
  namedType: 'image/png',
  by: 'user/ren',
  at: 1,
};

test.each([
  ['before anybody asks for room', false],
  ['later', true],
])('[FILES-13] a file that is swept %s makes room once', async (_when, asked) => {
  const { docs } = createMemoryStorage();
  await docs.write([keptFile(FILE)]);
  const usage = new FileUsage(docs);
  if (asked) (await usage.reserve(FILE.incidentId, 0))(0);
  await usage.removing(FILE, () => docs.write([droppedFile(FILE)]));
  await usage.reserve(FILE.incidentId, MAX_INCIDENT_BYTES);
  await expect(usage.reserve(FILE.incidentId, 1)).rejects.toMatchObject({ code: 'too-large' });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { registerBlobStoreContract } from '../../ports/blob-store.contract.ts';
import { FileBlobStore } from './file-blob-store.ts';
import { MemoryBlobStore } from './memory-blob-store.ts';

registerBlobStoreContract({
  name: 'memory',
  create: async () => ({ blobs: new MemoryBlobStore(), destroy: async () => {} }),
});
registerBlobStoreContract({
  name: 'file',
  create: async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sitrep-blobs-'));
    return {
      blobs: await FileBlobStore.open(path.join(folder, 'files')),
      destroy: () => rm(folder, { recursive: true, force: true }),
    };
  },
});

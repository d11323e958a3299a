import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlobId, BlobStore, OpenBlob } from './blob-store.ts';

type Contract = {
  readonly name: string;
  /** A fresh, empty store, and how to get rid of it. */
  readonly create: () => Promise<{ readonly blobs: BlobStore; readonly destroy: () => Promise<void> }>;
};

const newId = (): BlobId => randomUUID() as BlobId;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const inPieces = (bytes: Buffer, size: number): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, n * size + size)),
  );

async function* brokenAfter(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
  throw new Error('the sender is gone');
}

const contentOf = async (opened: OpenBlob | undefined): Promise<Buffer> => {
  if (opened === undefined) throw new Error('there is no such blob');
  const content = Buffer.concat((await opened.stream.toArray()) as Buffer[]);
  expect(content.length).toBe(opened.bytes);
  return content;
};

/** What every adapter of `BlobStore` keeps; the rules are numbered in `docs/spec/files.md`. */
export function registerBlobStoreContract({ name, create }: Contract): void {
  describe(`blob store: ${name}`, () => {
    let blobs: BlobStore;
    let destroy: () => Promise<void>;
    beforeEach(async () => {
      ({ blobs, destroy } = await create());
    });
    afterEach(() => destroy());

    const put = (id: BlobId, bytes: Buffer, maxBytes = 10_000_000) => blobs.put(id, inPieces(bytes, 65_536), maxBytes);
    const hashOf = async (id: BlobId) => sha256(await contentOf(await blobs.get(id)));

    it('[FILES-1] gives back what was put, with its size and hash, empty and large', async () => {
      for (const bytes of [Buffer.alloc(0), Buffer.from('text'), Buffer.alloc(3_000_000, 'pattern')]) {
        const id = newId();
        expect(await put(id, bytes)).toEqual({ bytes: bytes.length, sha256: sha256(bytes) });
        expect(await hashOf(id)).toBe(sha256(bytes));
      }
    });

    it('[FILES-1] has nothing for what was never put, and forgets what is removed', async () => {
      const id = newId();
      expect(await blobs.get(id)).toBeUndefined();
      await blobs.remove(id);
      await put(id, Buffer.from('x'));
      await blobs.remove(id);
      expect(await blobs.get(id)).toBeUndefined();
      expect(await blobs.list()).toEqual([]);
    });

    it('[FILES-2] takes as many bytes as allowed, and of more keeps nothing', async () => {
      const [fits, over] = [newId(), newId()];
      await put(fits, Buffer.alloc(1_000), 1_000);
      await expect(put(over, Buffer.alloc(1_001), 1_000)).rejects.toMatchObject({ code: 'too-large' });
      await expect(put(over, Buffer.alloc(900_000), 1_000)).rejects.toMatchObject({ code: 'too-large' });
      expect(await blobs.list()).toEqual([fits]);
    });

    it('[FILES-2] keeps nothing of a source that breaks off, and what was there before stays', async () => {
      const [fresh, kept] = [newId(), newId()];
      await put(kept, Buffer.from('whole'));
      for (const id of [fresh, kept]) {
        await expect(blobs.put(id, brokenAfter(Buffer.alloc(100_000)), 1_000_000)).rejects.toThrow(
          'the sender is gone',
        );
      }
      expect(await blobs.list()).toEqual([kept]);
      expect(await hashOf(kept)).toBe(sha256(Buffer.from('whole')));
    });

    it('[FILES-1] replaces as a whole, and whoever reads meanwhile reads one or the other', async () => {
      const id = newId();
      const [old, fresh] = [Buffer.alloc(500_000, 'a'), Buffer.alloc(400_000, 'b')];
      await put(id, old);
      const [during] = await Promise.all([hashOf(id), put(id, fresh)]);
      expect([sha256(old), sha256(fresh)]).toContain(during);
      expect(await hashOf(id)).toBe(sha256(fresh));
    });

    it('[FILES-1] puts many at the same time', async () => {
      const ids = Array.from({ length: 30 }, newId);
      await Promise.all(ids.map((id) => put(id, Buffer.from(id.repeat(1_000)))));
      expect((await blobs.list()).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
        ids.toSorted((a, b) => (a < b ? -1 : 1)),
      );
      for (const id of ids) expect(await hashOf(id)).toBe(sha256(Buffer.from(id.repeat(1_000))));
    });

    it('[FILES-3] takes no id that is no UUID: none becomes a path', async () => {
      const ids = ['', '.', '..', '../x', 'a/b', '/etc/passwd', `${newId()}/..`, `${newId()}\0`, newId().toUpperCase()];
      for (const id of [...ids, '%2e%2e%2f', `${newId()}.partial`] as BlobId[]) {
        await expect(put(id, Buffer.from('x'))).rejects.toBeInstanceOf(TypeError);
        await expect(blobs.get(id)).rejects.toBeInstanceOf(TypeError);
        await expect(blobs.remove(id)).rejects.toBeInstanceOf(TypeError);
      }
      expect(await blobs.list()).toEqual([]);
    });
  });
}

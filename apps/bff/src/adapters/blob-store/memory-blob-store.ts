import { Readable } from 'node:stream';
import type { BlobId, BlobStore, OpenBlob, StoredBlob } from '../../ports/blob-store.ts';
import { checkedId, takeBytes } from './take-bytes.ts';

/** Blobs that live as long as their process. */
export class MemoryBlobStore implements BlobStore {
  readonly #blobs = new Map<string, Buffer>();

  async put(id: BlobId, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredBlob> {
    const name = checkedId(id);
    const chunks: Uint8Array[] = [];
    const stored = await takeBytes(source, maxBytes, (chunk) => void chunks.push(chunk));
    this.#blobs.set(name, Buffer.concat(chunks));
    return stored;
  }

  async get(id: BlobId): Promise<OpenBlob | undefined> {
    const content = this.#blobs.get(checkedId(id));
    if (content === undefined) return undefined;
    return { bytes: content.length, stream: Readable.from([content], { objectMode: false }) };
  }

  async remove(id: BlobId): Promise<void> {
    this.#blobs.delete(checkedId(id));
  }

  async list(): Promise<readonly BlobId[]> {
    return [...this.#blobs.keys()] as BlobId[];
  }
}

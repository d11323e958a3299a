import { createHash } from 'node:crypto';
import { Refusal } from '@sitrep/shared/kernel/errors';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import type { FileId, IncidentId } from '@sitrep/shared/kernel/ids';
import { MAX_FILE_BYTES, MAX_THUMBNAIL_BYTES } from '@sitrep/shared/timeline/attachment';
import { BlobId, isBlobFault, type BlobStore, type StoredBlob } from '../../ports/blob-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DocStore } from '../../ports/doc-store.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import { begunUpload, doneUpload, findFile, keptFile, type FileRecord } from './file-record.ts';
import { conflict, isSame, noSuchFile, tooLarge } from './file-refusals.ts';
import type { FileUsage } from './file-usage.ts';
import { imageTypeOf, withHead } from './sniff.ts';

export type Uploading = {
  readonly incidentId: IncidentId;
  readonly fileId: FileId;
  readonly by: ActorRef;
  readonly source: AsyncIterable<Uint8Array>;
  /** As the sender announced it. */
  readonly announced: number | undefined;
  /** Asked again when all has come: rights may have changed meanwhile. @throws Refusal */
  readonly check: () => Promise<void>;
};

export type FilesDeps = {
  readonly docs: DocStore;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly usage: FileUsage;
};

type Stored = StoredBlob & { readonly blob: BlobId; readonly head: Buffer };

/** Files of incidents: bytes in the blob store, everything else in a document. */
export class Files {
  readonly #deps: FilesDeps;
  /** Records are written one at a time, so that of two uploads of one id one wins. */
  #recording: Promise<unknown> = Promise.resolve();

  constructor(deps: FilesDeps) {
    this.#deps = deps;
  }

  find(incidentId: IncidentId, fileId: FileId): Promise<FileRecord | undefined> {
    return findFile(this.#deps.docs, { incidentId, fileId });
  }

  /** The same bytes under the same id by the same person are the same file. @throws Refusal */
  async put(upload: Uploading, named: { readonly name: string; readonly type: string }): Promise<FileRecord> {
    const known = await findFile(this.#deps.docs, upload);
    if (known !== undefined) return this.#repeated(upload, known, known, MAX_FILE_BYTES);
    return this.#take(upload, MAX_FILE_BYTES, async ({ head, ...stored }) => {
      const { incidentId, fileId, by } = upload;
      const type = imageTypeOf(head) ?? 'application/octet-stream';
      return this.#record(upload, stored, (now) => {
        if (now !== undefined && now.by === by && isSame(now, stored)) return now;
        if (now !== undefined) throw conflict();
        const { name } = named;
        return { ...stored, fileId, incidentId, name, type, namedType: named.type, by, at: this.#deps.clock.now() };
      });
    });
  }

  /** A small image of a file, by whoever uploaded that. @throws Refusal */
  async putThumbnail(upload: Uploading): Promise<FileRecord> {
    const file = await findFile(this.#deps.docs, upload);
    if (file === undefined) throw noSuchFile();
    if (file.by !== upload.by) throw new Refusal('forbidden', 'This is for whoever uploaded the file.');
    if (file.thumbnail !== undefined) return this.#repeated(upload, file, file.thumbnail, MAX_THUMBNAIL_BYTES);
    return this.#take(upload, MAX_THUMBNAIL_BYTES, async ({ head, ...stored }) => {
      const type = imageTypeOf(head);
      if (type === undefined) {
        throw new Refusal('unsupported-media-type', 'A thumbnail is a PNG, JPEG, WebP or GIF image.');
      }
      return this.#record(upload, stored, (now) => {
        if (now === undefined) throw noSuchFile();
        if (now.thumbnail !== undefined && isSame(now.thumbnail, stored)) return now;
        if (now.thumbnail !== undefined) throw conflict();
        return { ...now, thumbnail: { ...stored, type } };
      });
    });
  }

  /** Takes the bytes in, and keeps them where `keep` answers with a record that holds them. */
  async #take(upload: Uploading, maxBytes: number, keep: (stored: Stored) => Promise<FileRecord>): Promise<FileRecord> {
    const { docs, blobs, clock, ids, usage } = this.#deps;
    const { incidentId, fileId, announced } = upload;
    if (announced !== undefined && announced > maxBytes) throw tooLarge(maxBytes);
    const settle = await usage.reserve(incidentId, announced ?? maxBytes);
    const blob = BlobId.parse(ids.id());
    let kept: StoredBlob | undefined;
    try {
      await docs.write([begunUpload({ blob, incidentId, fileId, at: clock.now() })]);
      const { source, head } = withHead(upload.source);
      const stored = await blobs.put(blob, source, maxBytes);
      const record = await keep({ ...stored, blob, head: head() });
      if (record.blob === blob || record.thumbnail?.blob === blob) kept = stored;
      return record;
    } catch (error) {
      throw isBlobFault(error) && error.code === 'too-large' ? tooLarge(maxBytes) : error;
    } finally {
      settle(kept?.bytes ?? 0);
      if (kept === undefined) await this.#discard(blob);
    }
  }

  async #record(
    upload: Uploading,
    stored: StoredBlob,
    change: (now: FileRecord | undefined) => FileRecord,
  ): Promise<FileRecord> {
    const { docs } = this.#deps;
    const work = this.#recording.then(async () => {
      await upload.check();
      const now = await findFile(docs, upload);
      const record = change(now);
      if (record !== now) await docs.write([keptFile(record)]);
      return record;
    });
    this.#recording = work.catch(() => undefined);
    return work;
  }

  /** Sent once more, perhaps because the first answer was lost: read to its end, nothing of it is kept. */
  async #repeated(upload: Uploading, file: FileRecord, former: StoredBlob, maxBytes: number): Promise<FileRecord> {
    if (upload.announced !== undefined && upload.announced !== former.bytes) throw conflict();
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of upload.source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      hash.update(chunk);
    }
    await upload.check();
    if (file.by !== upload.by || !isSame(former, { bytes, sha256: hash.digest('hex') })) throw conflict();
    return file;
  }

  /** What cannot be removed now is found by the sweep. */
  async #discard(blob: BlobId): Promise<void> {
    const { docs, blobs } = this.#deps;
    try {
      await blobs.remove(blob);
      await docs.write([doneUpload(blob)]);
    } catch {
      // The upload is still noted as begun.
    }
  }
}

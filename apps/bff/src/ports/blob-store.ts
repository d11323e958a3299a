import type { Readable } from 'node:stream';
import * as z from 'zod/mini';

/** A lower-case UUID, made by the server: no caller's text ever becomes part of a path. */
export const BlobId = z.uuid({ abort: true }).check(z.lowercase()).brand<'BlobId'>();
export type BlobId = z.output<typeof BlobId>;

export type StoredBlob = {
  readonly bytes: number;
  /** Of the content, in hexadecimal digits. */
  readonly sha256: string;
};

export type OpenBlob = {
  readonly bytes: number;
  /** To be read to its end or destroyed. */
  readonly stream: Readable;
};

export type BlobFaultCode =
  /** More bytes came than were allowed. */
  | 'too-large'
  /** The medium refused (disk full, closed, I/O error). */
  | 'unavailable';

/** Recognised by `code`, never by class, so that every adapter may throw its own. */
export class BlobFault extends Error {
  constructor(
    readonly code: BlobFaultCode,
    message: string,
  ) {
    super(message);
    this.name = 'BlobFault';
  }
}

export const isBlobFault = (error: unknown): error is BlobFault => error instanceof Error && error.name === 'BlobFault';

/**
 * Large bytes beside the log: what people attach. Written once, never changed. Every adapter passes
 * `blob-store.contract.ts`.
 */
export interface BlobStore {
  /**
   * Resolves once durable. Whatever goes wrong, of the source or the medium, leaves nothing behind, and what had the
   * id before stays.
   * @throws BlobFault, or what the source throws
   */
  put(id: BlobId, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredBlob>;
  /** Nothing where there is none. @throws BlobFault `unavailable` */
  get(id: BlobId): Promise<OpenBlob | undefined>;
  /** Does nothing where there is none. @throws BlobFault `unavailable` */
  remove(id: BlobId): Promise<void>;
  /** Every blob there is, in no order. @throws BlobFault `unavailable` */
  list(): Promise<readonly BlobId[]>;
}

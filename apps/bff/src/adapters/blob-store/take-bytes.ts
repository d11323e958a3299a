import { createHash } from 'node:crypto';
import { BlobFault, BlobId, type StoredBlob } from '../../ports/blob-store.ts';

/** @throws TypeError: whoever passes anything else has a defect */
export const checkedId = (id: BlobId): string => {
  if (!BlobId.safeParse(id).success) throw new TypeError('A blob has a lower-case UUID.');
  return id;
};

/** Passes on what comes, counted and hashed. @throws BlobFault `too-large`, before the byte too many is passed on */
export const takeBytes = async (
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
  write: (chunk: Uint8Array) => Promise<void> | void,
): Promise<StoredBlob> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new BlobFault('too-large', `more than ${maxBytes} bytes came`);
    hash.update(chunk);
    await write(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
};

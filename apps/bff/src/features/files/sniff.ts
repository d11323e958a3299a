import type { ImageType } from '@sitrep/shared/timeline/attachment';

/** Enough of a file to tell what it is. */
export const HEAD_BYTES = 16;

const ascii = (head: Buffer, from: number, text: string): boolean =>
  head.toString('latin1', from, from + text.length) === text;

const SIGNATURES: readonly (readonly [ImageType, (head: Buffer) => boolean])[] = [
  ['image/png', (head) => ascii(head, 0, '\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (head) => ascii(head, 0, '\xff\xd8\xff')],
  ['image/gif', (head) => ascii(head, 0, 'GIF87a') || ascii(head, 0, 'GIF89a')],
  ['image/webp', (head) => ascii(head, 0, 'RIFF') && ascii(head, 8, 'WEBP')],
];

/** What a file is by its first bytes, whatever its name or sender says; nothing for what is no raster image. */
export const imageTypeOf = (head: Buffer): ImageType | undefined =>
  SIGNATURES.find(([, matches]) => matches(head))?.[0];

/** A source whose first bytes are kept as they pass. */
export const withHead = (source: AsyncIterable<Uint8Array>) => {
  let head = Buffer.alloc(0);
  const passOn = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
      yield chunk;
    }
  };
  return { source: passOn(), head: () => head };
};

import type { ImageType } from '@sitrep/shared/timeline/attachment';

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** By the first bytes: names and types that a system gives are often wrong. */
export const imageTypeOf = (bytes: Uint8Array): ImageType | undefined => {
  if (ascii(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return /^GIF8[79]a$/.test(ascii(bytes, 0, 6)) ? 'image/gif' : undefined;
};

/** Pictures that browsers do not draw and that tell where they were taken. */
export const isUndrawable = (bytes: Uint8Array): boolean =>
  /^ftyp(?:hei|hev|mif1|msf1|avi)/.test(ascii(bytes, 4, 12)) || /^(?:II\*\0|MM\0\*)/.test(ascii(bytes, 0, 4));

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
const LOOPS = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

type Part = readonly [from: number, to: number];
type Blocks = { readonly kept: readonly Part[]; readonly pictures: number };

/**
 * A GIF without comments, XMP and whatever else programs leave in it: its pictures, their timing and the looping stay.
 * Nothing for what is no GIF, or a broken one.
 */
export const stripGif = (bytes: Uint8Array): { bytes: Uint8Array<ArrayBuffer>; animated: boolean } | undefined => {
  const blocks = readBlocks(bytes);
  if (blocks === undefined || blocks.pictures === 0) return undefined;
  const { kept, pictures } = blocks;
  const stripped = new Uint8Array(kept.reduce((sum, [from, to]) => sum + to - from, 0));
  let at = 0;
  for (const [from, to] of kept) {
    stripped.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return { bytes: stripped, animated: pictures > 1 };
};

const readBlocks = (bytes: Uint8Array): Blocks | undefined => {
  let at = 13 + tableSize(bytes[10] ?? 0);
  const kept: Part[] = [[0, at]];
  let pictures = 0;
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === TRAILER) return { kept: [...kept, [at, at + 1]], pictures };
    if (block !== EXTENSION && block !== IMAGE) return undefined;
    const data = block === EXTENSION ? at + 2 : at + 11 + tableSize(bytes[at + 9] ?? 0);
    const end = endOfData(bytes, data);
    if (end === undefined) return undefined;
    if (block === IMAGE) pictures += 1;
    if (block === IMAGE || isNeeded(bytes, at)) kept.push([at, end]);
    at = end;
  }
  return undefined;
};

/** The colours that follow, if the flag says that they do. */
const tableSize = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Behind the chain of sub-blocks, which ends with an empty one. */
const endOfData = (bytes: Uint8Array, from: number): number | undefined => {
  let at = from;
  for (let size = bytes[at]; size !== undefined; size = bytes[at]) {
    at += size + 1;
    if (size === 0) return at;
  }
  return undefined;
};

const isNeeded = (bytes: Uint8Array, at: number): boolean =>
  bytes[at + 1] === GRAPHIC_CONTROL ||
  (bytes[at + 1] === APPLICATION && LOOPS.test(String.fromCharCode(...bytes.subarray(at + 3, at + 14))));

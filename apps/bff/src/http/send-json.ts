import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

// Smaller answers gain nothing.
const WORTH_BYTES = 1_024;

// At their fastest: what is made for one reader must not cost more than it spares.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } } as const;
const GZIP = { level: constants.Z_BEST_SPEED } as const;

const brotliAside = promisify(brotliCompress);
const gzipAside = promisify<Buffer, typeof GZIP, Buffer>(gzip);

type Packing = {
  readonly pack: (bytes: Buffer) => Buffer;
  /** Outside of the event loop. */
  readonly packAside: (bytes: Buffer) => Promise<Buffer>;
};

/** The better one first. Over plain HTTP browsers take no Brotli. */
export const PACKINGS = {
  br: { pack: (bytes) => brotliCompressSync(bytes, BROTLI), packAside: (bytes) => brotliAside(bytes, BROTLI) },
  gzip: { pack: (bytes) => gzipSync(bytes, GZIP), packAside: (bytes) => gzipAside(bytes, GZIP) },
} as const satisfies Readonly<Record<string, Packing>>;
export type Encoding = keyof typeof PACKINGS;

const ENCODINGS = Object.keys(PACKINGS) as Encoding[];

/** How to compress so many bytes for this reader, if at all; says so to the reader, and to caches that it depends on them. */
export const chooseEncoding = (request: Request, response: Response, bytes: number): Encoding | undefined => {
  response.setHeader('Vary', 'Accept-Encoding');
  if (bytes <= WORTH_BYTES) return undefined;
  const chosen = ENCODINGS.find((encoding) => request.acceptsEncodings(encoding) !== false);
  if (chosen !== undefined) response.setHeader('Content-Encoding', chosen);
  return chosen;
};

/** A large answer, compressed outside of the event loop. */
export const sendJson = (request: Request, response: Response, json: string): Promise<void> =>
  sendText(request, response, 'application/json; charset=utf-8', json);

export const sendText = async (request: Request, response: Response, type: string, text: string): Promise<void> => {
  const bytes = Buffer.from(text);
  response.setHeader('Content-Type', type);
  const encoding = chooseEncoding(request, response, bytes.length);
  response.end(encoding === undefined ? bytes : await PACKINGS[encoding].packAside(bytes));
};

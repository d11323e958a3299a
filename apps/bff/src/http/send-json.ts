import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Request, Response } from 'express';

// Smaller answers gain nothing.
const WORTH_BYTES = 1_024;

/** At its fastest: what is made for one reader must not cost more than it spares. */
export const FASTEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } } as const;

const compress = promisify(brotliCompress);

/** Whether to compress so many bytes for this reader; says to caches that it depends on them. */
export const wantsBrotli = (request: Request, response: Response, bytes: number): boolean => {
  response.setHeader('Vary', 'Accept-Encoding');
  return bytes > WORTH_BYTES && request.acceptsEncodings('br') === 'br';
};

/** A large answer, compressed outside of the event loop. */
export const sendJson = async (request: Request, response: Response, text: string): Promise<void> => {
  const json = Buffer.from(text);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (!wantsBrotli(request, response, json.length)) {
    response.end(json);
    return;
  }
  response.setHeader('Content-Encoding', 'br');
  response.end(await compress(json, FASTEST));
};

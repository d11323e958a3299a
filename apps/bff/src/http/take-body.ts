import { Refusal } from '@sitrep/shared/kernel/errors';
import { MAX_COMMAND_BYTES } from '@sitrep/shared/protocol/http';
import { raw, type Request, type RequestHandler, type Response } from 'express';
import { parseJson } from './json-body.ts';

/** Bodies of commands and other requests that people's clients send. */
export const COMMAND_BODY = { maxBytes: MAX_COMMAND_BYTES, maxDepth: 32 } as const;

type TextBody = { readonly maxBytes: number };
type JsonBody = TextBody & { readonly maxDepth: number };

/**
 * Reads the body as text, whatever its media type; compressed bodies are inflated. The limit holds for both forms, and is
 * looked at while the body comes in.
 */
export const textBodyReader = ({ maxBytes }: TextBody) => {
  const read = raw({ type: () => true, limit: maxBytes, inflate: true });
  return (request: Request, response: Response): Promise<string> => {
    if (isPlain(request, maxBytes)) return readPlain(request, maxBytes);
    return new Promise((resolve, reject) => {
      read(request, response, (error?: unknown) => {
        const bytes: unknown = request.body;
        if (error !== undefined && error !== null) reject(bodyRefusal(error, maxBytes));
        else resolve(bytes instanceof Uint8Array ? utf8.decode(bytes) : '');
      });
    });
  };
};

/** Bytes that are not UTF-8 become U+FFFD: an alert is worth more than its accents. */
const utf8 = new TextDecoder();

/** Not compressed and of a length that is told and allowed, which Node holds the sender to: nearly every body. */
const isPlain = ({ headers }: Request, maxBytes: number): boolean =>
  headers['content-encoding'] === undefined &&
  headers['content-length'] !== undefined &&
  Number(headers['content-length']) <= maxBytes;

/** Without what the general reader does for bodies that are compressed, too large, or of a length not told. */
const readPlain = (request: Request, maxBytes: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(utf8.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))));
    request.on('error', () => reject(bodyRefusal({ status: 400 }, maxBytes)));
  });

/** Reads a JSON body into `request.body`; any other media type is refused before it is read. */
export const takeJsonBody = ({ maxBytes, maxDepth }: JsonBody): RequestHandler => {
  const readText = textBodyReader({ maxBytes });
  return async (request, response, next) => {
    const plainJson = request.headers['content-type'] === 'application/json';
    if (!plainJson && request.is(['application/json', 'application/*+json']) === false) {
      throw new Refusal('unsupported-media-type', 'Send JSON, with Content-Type: application/json.');
    }
    request.body = parseJson(await readText(request, response), { maxDepth });
    next();
  };
};

/** What the body reader throws, in the words of the family. */
const bodyRefusal = (error: unknown, maxBytes: number): unknown => {
  const { type, status } = error as { readonly type?: unknown; readonly status?: unknown };
  if (type === 'entity.too.large') {
    return new Refusal('too-large', `A body may have ${sizeWords(maxBytes)} at most, uncompressed.`);
  }
  if (type === 'encoding.unsupported') {
    return new Refusal('unsupported-media-type', 'Send the body plain, or compressed with gzip, deflate or br.');
  }
  if (status === 400) {
    const message = 'The body did not arrive whole, or its compression is damaged.';
    return new Refusal('invalid', message, { faults: [{ path: '', message }] });
  }
  return error;
};

export const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MiB` : `${Math.floor(bytes / 1024)} KiB`;

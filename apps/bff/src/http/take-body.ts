import { isRefusal, Refusal } from '@sitrep/shared/kernel/errors';
import { raw, type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { parseJson } from './json-body.ts';

/** Bodies of commands and other requests that people's clients send. */
export const COMMAND_BODY = { maxBytes: 256 * 1024, maxDepth: 32 } as const;

type TextBody = { readonly maxBytes: number };
type JsonBody = TextBody & { readonly maxDepth: number };

/**
 * Reads the body as text into `request.body`, whatever its media type; compressed bodies are inflated. The limit holds
 * for both forms, and is looked at while the body comes in.
 */
export const takeTextBody = ({ maxBytes }: TextBody): RequestHandler => {
  const read = raw({ type: () => true, limit: maxBytes, inflate: true });
  return (request, response, next) => {
    read(request, response, (error?: unknown) => {
      if (error !== undefined && error !== null) return next(bodyRefusal(error, maxBytes));
      const bytes: unknown = request.body;
      // Bytes that are not UTF-8 become U+FFFD: an alert is worth more than its accents.
      request.body = bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : '';
      next();
    });
  };
};

/** Reads a JSON body into `request.body`; any other media type is refused before it is read. */
export const takeJsonBody = ({ maxBytes, maxDepth }: JsonBody): RequestHandler => {
  const takeText = takeTextBody({ maxBytes });
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.is(['application/json', 'application/*+json']) === false) {
      return next(new Refusal('unsupported-media-type', 'Send JSON, with Content-Type: application/json.'));
    }
    takeText(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      try {
        request.body = parseJson(request.body as string, { maxDepth });
      } catch (fault) {
        return next(fault);
      }
      next();
    });
  };
};

/** What the body reader throws, in the words of the family. */
const bodyRefusal = (error: unknown, maxBytes: number): unknown => {
  if (isRefusal(error) || typeof error !== 'object' || error === null) return error;
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

const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MiB` : `${Math.floor(bytes / 1024)} KiB`;

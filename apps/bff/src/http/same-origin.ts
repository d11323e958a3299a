import type { RequestHandler } from 'express';
import { Refusal } from '@sitrep/shared/kernel/errors';
import { bearerToken } from './authenticate.ts';
import { cookieValue, type SessionCookie } from './cookies.ts';

type Headers = {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
};

/** Our own pages only: the address Sitrep was told it has, or the very host that was asked. */
export const originCheck =
  (baseUrl: () => string) =>
  ({ origin, host }: Headers): boolean => {
    if (origin === undefined) return false;
    // Nearly always so, and it spares the parsing.
    if (origin === `http://${host}` || origin === `https://${host}`) return true;
    if (origin === new URL(baseUrl()).origin) return true;
    return URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) && new URL(origin).host === host;
  };

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
export const CLIENT_HEADER = 'x-sitrep-client';

/**
 * Cross-site forgery: a request that changes something must not name a foreign origin, and where it rides on a cookie
 * it has to carry our header, which another site cannot add. Tokens cannot be ridden on.
 */
export const requireSameOrigin = (baseUrl: () => string, cookie: SessionCookie): RequestHandler => {
  const isAllowed = originCheck(baseUrl);
  return (request, _response, next) => {
    if (SAFE.has(request.method) || bearerToken(request) !== undefined) return next();
    const foreign = request.headers.origin !== undefined && !isAllowed(request.headers);
    const rides = cookieValue(request.headers.cookie, cookie.name) !== undefined;
    if (foreign || (rides && request.headers[CLIENT_HEADER] === undefined)) {
      throw new Refusal(
        'forbidden',
        'This request has to come from a page of Sitrep, with the header X-Sitrep-Client.',
      );
    }
    next();
  };
};

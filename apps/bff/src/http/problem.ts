import type { ErrorRequestHandler } from 'express';
import { isRefusal, Refusal, type ErrorCode } from '@sitrep/shared/kernel/errors';
import type { Problem } from '@sitrep/shared/protocol/http';
import type { Logger } from '../ports/logger.ts';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
};

const TITLES: Readonly<Record<ErrorCode, string>> = {
  invalid: 'Something in the request is wrong',
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Not possible as things are now',
  'too-large': 'Too large',
  'unsupported-media-type': 'Wrong media type',
  'rate-limited': 'Too many requests',
  unavailable: 'Not available right now',
  internal: 'Sitrep failed',
};

export const problemOf = (refusal: Refusal): Problem => ({
  type: `/problems/${refusal.code}`,
  title: TITLES[refusal.code],
  status: STATUS[refusal.code],
  detail: refusal.message,
  code: refusal.code,
  ...refusal.details,
});

const INTERNAL: Problem = {
  type: '/problems/internal',
  title: TITLES.internal,
  status: 500,
  detail: 'This is a fault in Sitrep; the server log says more.',
  code: 'internal',
};

/** The one place where errors become answers. What is not a refusal is a defect: logged whole, answered plainly. */
export const problemHandler =
  (logger: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = isRefusal(error) ? problemOf(error) : clientFault(error);
    if (problem === INTERNAL) logger.error({ error, method: request.method, path: request.path }, 'request failed');
    if (problem.retryAfterS !== undefined) response.setHeader('Retry-After', String(problem.retryAfterS));
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };

/** What Express itself refuses: a file that is not there, or a path that is not well-formed. */
const clientFault = (error: unknown): Problem => {
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 404) return problemOf(new Refusal('not-found', 'There is nothing at this address.'));
  if (typeof status !== 'number' || status < 400 || status > 499) return INTERNAL;
  return {
    type: '/problems/invalid',
    title: TITLES.invalid,
    status: 400,
    detail: 'The request is not well-formed.',
    code: 'invalid',
  };
};

import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { Refusal } from '@sitrep/shared/kernel/errors';

const SIGN_INS_PER_MINUTE = 30;

/** Slows down guessing. */
export const signInLimit = (): RequestHandler =>
  rateLimit({
    windowMs: 60_000,
    limit: SIGN_INS_PER_MINUTE,
    // A team that joins at once sits behind one address; guessing fails.
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) =>
      next(new Refusal('rate-limited', 'Too many tries. Wait a minute.', { retryAfterS: 60 })),
  });

import { Refusal } from '@sitrep/shared/kernel/errors';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import type { Clock } from '../../ports/clock.ts';
import { TokenBucket } from '../../realtime/token-bucket.ts';

// Ten files with their thumbnails, three times over.
export const UPLOADS_AT_ONCE = 60;
const UPLOADS_PER_S = 1;
const RETRY_AFTER_S = 2;

/** Slows down whoever uploads without end; everybody by themselves. */
export class UploadRate {
  readonly #clock: Clock;
  readonly #budgets = new Map<ActorRef, TokenBucket>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws Refusal `rate-limited` */
  take(by: ActorRef): void {
    const budget = this.#budgets.get(by) ?? new TokenBucket(this.#clock, UPLOADS_AT_ONCE, UPLOADS_PER_S);
    this.#budgets.set(by, budget);
    if (budget.take()) return;
    throw new Refusal('rate-limited', 'That were many files at once. Wait a moment.', { retryAfterS: RETRY_AFTER_S });
  }
}

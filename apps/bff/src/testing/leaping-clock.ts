import { systemClock } from '../adapters/system-clock.ts';
import type { Clock } from '../ports/clock.ts';

/** Time that stands still until it leaps, over months if need be; timers run by the clock on the wall. */
export class LeapingClock implements Clock {
  #now: number;

  constructor(now = Date.UTC(2026, 10, 20)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, callback: () => void): () => void {
    return systemClock.after(delayMs, callback);
  }

  leap(ms: number): void {
    this.#now += ms;
  }
}

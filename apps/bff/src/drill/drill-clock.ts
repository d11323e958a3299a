import type { Clock } from '../ports/clock.ts';

/**
 * The time of a drill: it stands in the past and is moved by the story, until it is let go and is the real one.
 * Timers run by the real clock throughout.
 */
export class DrillClock implements Clock {
  readonly #real: Clock;
  #standing: number | undefined;

  /** @param startsAt UTC ms, not after now */
  constructor(real: Clock, startsAt: number) {
    this.#real = real;
    this.#standing = Math.min(startsAt, real.now());
  }

  now(): number {
    return this.#standing ?? this.#real.now();
  }

  after(delayMs: number, callback: () => void): () => void {
    return this.#real.after(delayMs, callback);
  }

  /** Never back, and never beyond what is really now. */
  moveTo(at: number): void {
    if (this.#standing === undefined) return;
    this.#standing = Math.max(this.#standing, Math.min(at, this.#real.now()));
  }

  letGo(): void {
    this.#standing = undefined;
  }
}

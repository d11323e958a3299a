import { nowUs, STAMP, STAMP_DIGITS } from './clock.ts';
import { percentiles, type Percentiles } from './statistics.ts';

export type Reception = {
  readonly events: number;
  readonly frames: number;
  /** Ms from the sending of the command to its arrival here. */
  readonly latency: Percentiles;
  /** Time of the last arrival, monotonic µs. */
  readonly lastAt: number;
};

const ZERO = 0x30;

/** Counts the events that reach a crowd, and how long each took. */
export class Tally {
  #latencies = new Float64Array(0);
  #frames = 0;
  #lastAt = 0;
  events = 0;

  /** @param capacity events whose latency is kept */
  begin(capacity: number): void {
    this.#latencies = new Float64Array(capacity);
    this.#frames = 0;
    this.events = 0;
  }

  /** Looks through one frame; answers how many events it held. */
  take(payload: Buffer): number {
    let at = payload.indexOf(STAMP, 0, 'latin1');
    if (at < 0) return 0;
    const now = nowUs();
    let found = 0;
    while (at >= 0 && at + STAMP.length + STAMP_DIGITS <= payload.length) {
      const sentAt = digits(payload, at + STAMP.length);
      if (this.events < this.#latencies.length) this.#latencies[this.events] = (now - sentAt) / 1e3;
      this.events += 1;
      found += 1;
      at = payload.indexOf(STAMP, at + STAMP.length + STAMP_DIGITS, 'latin1');
    }
    this.#frames += 1;
    this.#lastAt = now;
    return found;
  }

  result(): Reception {
    const kept = this.#latencies.subarray(0, Math.min(this.events, this.#latencies.length));
    return { events: this.events, frames: this.#frames, latency: percentiles(kept), lastAt: this.#lastAt };
  }
}

const digits = (payload: Buffer, from: number): number => {
  let value = 0;
  for (let at = from; at < from + STAMP_DIGITS; at += 1) value = value * 10 + (payload[at] ?? ZERO) - ZERO;
  return value;
};

import type { Scheduler } from './scheduler.ts';

export type ServerTime = {
  /** A time that the server just said. */
  readonly observe: (serverTime: number) => void;
  /** UTC ms by the server's clock; the machine's own until the server has spoken. */
  readonly now: () => number;
};

// Messages arrive late, never early: the largest offset of the last few is the nearest to the truth.
const SAMPLES = 8;
/** Smaller steps back are waited out; after a larger one the server's clock was set. */
const SET_BACK_MS = 5_000;

export const createServerTime = (scheduler: Scheduler): ServerTime => {
  let offsets: number[] = [];
  let last = Number.NEGATIVE_INFINITY;

  const estimate = () => (offsets.length === 0 ? scheduler.wall() : scheduler.now() + Math.max(...offsets));

  return {
    observe: (serverTime) => {
      const offset = serverTime - scheduler.now();
      // Neither the machine's own clock nor a clock since set is any measure.
      if (offsets.length === 0) last = Number.NEGATIVE_INFINITY;
      if (offsets.length > 0 && Math.abs(offset - Math.max(...offsets)) > SET_BACK_MS) offsets = [];
      offsets = [...offsets.slice(1 - SAMPLES), offset];
    },
    now: () => {
      const now = estimate();
      last = now < last && last - now < SET_BACK_MS ? last : now;
      return Math.floor(last);
    },
  };
};

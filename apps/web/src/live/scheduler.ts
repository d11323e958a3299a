/** Time and chance for everything in live/, so that tests drive both. */
export type Scheduler = {
  /** Monotonic ms; may stand still while the machine sleeps. */
  readonly now: () => number;
  /** The machine's clock, UTC ms; may be wrong and may jump. */
  readonly wall: () => number;
  /** Runs once, unless cancelled by what it returns. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** 0 to 1. */
  readonly random: () => number;
};

export const browserScheduler: Scheduler = {
  now: () => performance.now(),
  wall: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

export const sleep = (scheduler: Scheduler, ms: number): Promise<void> =>
  new Promise((resolve) => {
    scheduler.after(ms, resolve);
  });

/** How long before try number `attempt` (from 1): doubling up to `maxMs`, spread so that clients do not come at once. */
export const backoffMs = (scheduler: Scheduler, attempt: number, firstMs: number, maxMs: number): number =>
  Math.min(maxMs, firstMs * 2 ** (attempt - 1)) * (0.5 + scheduler.random() / 2);

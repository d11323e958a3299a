import type { Scheduler } from '../scheduler.ts';

export type ManualScheduler = Scheduler & {
  /** Lets time pass: what was due runs in order, and everything that follows from it. */
  readonly advance: (ms: number) => Promise<void>;
  /** The machine sleeps: its monotonic clock stands still, no timer runs. */
  readonly sleepMachine: (ms: number) => void;
  readonly setWall: (wall: number) => void;
};

/** Everything that follows without time passing, also through streams and IndexedDB. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
};

// mulberry32: small, and the same everywhere.
const chance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

type Timer = { readonly due: number; readonly run: () => void };

export const manualScheduler = (seed = 1, startWall = 1_700_000_000_000): ManualScheduler => {
  let now = 1_000;
  let wall = startWall;
  let timers: Timer[] = [];

  const passTo = (due: number) => {
    wall += due - now;
    now = due;
  };

  return {
    now: () => now,
    wall: () => wall,
    random: chance(seed),
    after: (ms, run) => {
      const timer: Timer = { due: now + Math.max(0, ms), run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: async (ms) => {
      const end = now + ms;
      await settled();
      for (;;) {
        const [next] = timers.filter(({ due }) => due <= end).toSorted((a, b) => a.due - b.due);
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        passTo(Math.max(now, next.due));
        next.run();
        await settled();
      }
      passTo(end);
    },
    sleepMachine: (ms) => {
      wall += ms;
    },
    setWall: (to) => {
      wall = to;
    },
  };
};

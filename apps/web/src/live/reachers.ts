import type { Scheduler } from './scheduler.ts';

type Reacher = { readonly position: number; readonly resolve: () => void; atNextAnswer: boolean };

export type Reachers = {
  readonly wait: (position: number) => Promise<void>;
  readonly held: (position: number) => void;
  /** The server said what there is: nothing up to any position that it named before is missing. */
  readonly answered: () => void;
  readonly release: () => void;
};

/** An answer may carry a position that a topic's own updates never reach. */
const REACH_MS = 1_000;

/** Those who wait until a topic holds some position. Who waits long makes the topic ask the server. */
export const createReachers = (scheduler: Scheduler, ask: () => void): Reachers => {
  let all: Reacher[] = [];
  const resolve = (test: (reacher: Reacher) => boolean) => {
    if (all.length === 0) return;
    const there = all.filter(test);
    all = all.filter((reacher) => !test(reacher));
    for (const reacher of there) reacher.resolve();
  };
  return {
    wait: (position) =>
      new Promise((done) => {
        const reacher: Reacher = { position, resolve: done, atNextAnswer: false };
        all.push(reacher);
        scheduler.after(REACH_MS, () => {
          if (!all.includes(reacher)) return;
          reacher.atNextAnswer = true;
          ask();
        });
      }),
    held: (position) => resolve((reacher) => reacher.position <= position),
    answered: () => resolve((reacher) => reacher.atNextAnswer),
    release: () => resolve(() => true),
  };
};

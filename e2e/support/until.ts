import { setTimeout as pause } from 'node:timers/promises';

type Limits = { readonly within: number; readonly every: number; readonly otherwise: () => string };

/** Asks until the answer is yes. For what no page shows: pages are waited for by what can be seen on them. */
export const until = async (
  check: () => Promise<boolean> | boolean,
  { within, every, otherwise }: Limits,
): Promise<void> => {
  const deadline = performance.now() + within;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error(otherwise());
    await pause(every);
  }
};

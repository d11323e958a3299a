import type { Scheduler } from './scheduler.ts';

const LINGER_MS = 30_000;

/**
 * Opens with the first who needs it and closes a while after the last has left: going back to a page that was just
 * left finds it loaded.
 */
export const createRetention = (
  scheduler: Scheduler,
  open: () => () => void,
  lingerMs = LINGER_MS,
): { readonly retain: () => () => void } => {
  let holders = 0;
  let close: (() => void) | undefined;
  let cancelLinger = () => {};

  const leave = () => {
    holders -= 1;
    if (holders > 0) return;
    cancelLinger = scheduler.after(lingerMs, () => {
      close?.();
      close = undefined;
    });
  };

  return {
    retain: () => {
      cancelLinger();
      holders += 1;
      close ??= open();
      let left = false;
      return () => {
        if (!left) leave();
        left = true;
      };
    },
  };
};

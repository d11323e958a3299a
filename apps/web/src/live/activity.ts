import type { Scheduler } from './scheduler.ts';

/** Without a sign of life for so long, somebody is taken to be away. */
export const IDLE_AFTER_MS = 2 * 60_000;

/** Tells of each sign of life, and of the page being hidden; answers how to stop. */
export type WatchActivity = (hear: (sign: 'active' | 'hidden') => void) => () => void;

export type Activity = {
  readonly isAway: () => boolean;
  /** Calls when somebody goes away or comes back; watches while anybody listens. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Whether somebody sits before the page. One timer, however many signs there are. */
export const createActivity = (ports: { scheduler: Scheduler; watchActivity: WatchActivity }): Activity => {
  const { scheduler, watchActivity } = ports;
  const listeners = new Set<() => void>();
  let away = false;
  let lastSign = 0;
  let stopWatching = () => {};
  let cancelCheck = () => {};

  const set = (next: boolean) => {
    if (away === next) return;
    away = next;
    for (const listener of listeners) listener();
  };

  const check = () => {
    const left = lastSign + IDLE_AFTER_MS - scheduler.now();
    if (left <= 0) set(true);
    else cancelCheck = scheduler.after(left, check);
  };

  const seen = () => {
    lastSign = scheduler.now();
    if (!away) return;
    set(false);
    check();
  };

  const hidden = () => {
    cancelCheck();
    set(true);
  };

  const start = () => {
    away = false;
    lastSign = scheduler.now();
    check();
    stopWatching = watchActivity((sign) => (sign === 'active' ? seen() : hidden()));
  };

  return {
    isAway: () => away,
    subscribe: (listener) => {
      if (listeners.size === 0) start();
      listeners.add(listener);
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return;
        stopWatching();
        cancelCheck();
      };
    },
  };
};

// Not `scroll` and `focus`: the page does both by itself.
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Of this page in the browser. */
export const watchActivity: WatchActivity = (hear) => {
  const seen = () => {
    if (!document.hidden) hear('active');
  };
  const shownOrHidden = () => hear(document.hidden ? 'hidden' : 'active');
  const options = { passive: true, capture: true };
  for (const sign of SIGNS) window.addEventListener(sign, seen, options);
  document.addEventListener('visibilitychange', shownOrHidden);
  if (document.hidden) hear('hidden');
  return () => {
    for (const sign of SIGNS) window.removeEventListener(sign, seen, options);
    document.removeEventListener('visibilitychange', shownOrHidden);
  };
};

import type { LiveClient } from './live-client.ts';

export type Ticker = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly now: () => number;
};

const tickers = new WeakMap<LiveClient, Map<number, Ticker>>();

/** The one ticker of this interval. */
export const tickerOf = (client: LiveClient, intervalMs: number): Ticker => {
  const ofClient = tickers.get(client) ?? new Map<number, Ticker>();
  tickers.set(client, ofClient);
  const ticker = ofClient.get(intervalMs) ?? createTicker(client, intervalMs);
  ofClient.set(intervalMs, ticker);
  return ticker;
};

const createTicker = ({ serverNow }: LiveClient, intervalMs: number): Ticker => {
  const listeners = new Set<() => void>();
  const rounded = () => Math.floor(serverNow() / intervalMs) * intervalMs;
  let current = rounded();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tick = () => {
    current = rounded();
    for (const listener of listeners) listener();
    schedule();
  };
  // At the turn of the second, so that all clocks on all screens turn together.
  const schedule = () => {
    clearTimeout(timer);
    timer = document.hidden ? undefined : setTimeout(tick, intervalMs - (serverNow() % intervalMs) + 1);
  };

  return {
    subscribe: (listener) => {
      if (listeners.size === 0) {
        current = rounded();
        document.addEventListener('visibilitychange', tick);
        schedule();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        document.removeEventListener('visibilitychange', tick);
        clearTimeout(timer);
      };
    },
    now: () => {
      // While nobody listens, nothing keeps it current.
      if (listeners.size === 0) current = rounded();
      return current;
    },
  };
};

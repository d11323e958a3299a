import { useSyncExternalStore } from 'react';
import { useLiveClient } from './react.tsx';
import { tickerOf } from './ticker.ts';

/** Server time (UTC ms), anew every `intervalMs`: one timer for all clocks on screen, none while the page is hidden. */
export const useServerNow = (intervalMs = 1_000): number => {
  const ticker = tickerOf(useLiveClient(), intervalMs);
  return useSyncExternalStore(ticker.subscribe, ticker.now);
};

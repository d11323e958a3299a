import { useCallback } from 'react';
import { localClock, localDay } from './time-format.ts';
import { useNow } from './times.tsx';

/** `17:24` in the reader's zone, with the day where it is not today's. */
export const useShortTime = (): ((at: number) => string) => {
  const today = localDay(useNow(60_000));
  return useCallback((at) => (localDay(at) === today ? localClock(at) : `${localDay(at)} ${localClock(at)}`), [today]);
};

import { useCallback, useEffect, useState } from 'react';
import type { RoomEntry } from '../../../live/live-client.ts';
import { STEP_MS, firstArrivals, oneStepOn, withArrivals, withSeen, type Arrivals } from './arrivals.ts';

/** Follows what comes while the room is open. What was there when it was opened is no arrival. */
export const useArrivals = (
  entries: readonly RoomEntry[],
  readerRef: string,
  ready: boolean,
): Arrivals & { readonly see: (ids: readonly string[]) => void } => {
  const [held, setHeld] = useState(() => firstArrivals(entries, readerRef));
  const [begun, setBegun] = useState(ready);
  if (ready && !begun) setBegun(true);
  const arrivals = begun
    ? withArrivals(held, entries, readerRef)
    : held.entries === entries
      ? held
      : firstArrivals(entries, readerRef);
  // In the same frame as the entry itself, without drawing it once without its mark.
  if (arrivals !== held) setHeld(arrivals);
  const see = useCallback((ids: readonly string[]) => setHeld((now) => withSeen(now, ids)), []);
  const fading = arrivals.fresh.size > 0;
  useEffect(() => {
    if (!fading) return undefined;
    const timer = setInterval(() => setHeld(oneStepOn), STEP_MS);
    return () => clearInterval(timer);
  }, [fading]);
  return { ...arrivals, see };
};

import { useEffect, useRef } from 'react';
import type { OlderEntries } from '../../../live/react.tsx';

const PAGE = 1_000;
const AGAIN_AFTER_MS = 2_000;

/**
 * Loads earlier pages one after the other for as long as `wanted`; says whether there are some still. `loaded`: how many
 * entries there are.
 */
export const useEverything = (wanted: boolean, { hasOlder, loading, load }: OlderEntries, loaded: number): boolean => {
  const latest = useRef({ load, loaded });
  const asked = useRef<number>(undefined);
  useEffect(() => {
    latest.current = { load, loaded };
  });
  const goOn = wanted && hasOlder && !loading;
  useEffect(() => {
    if (!goOn) return undefined;
    // The last page brought nothing: a server that does not answer is not asked at once again.
    const wait = asked.current === latest.current.loaded ? AGAIN_AFTER_MS : 0;
    const timer = setTimeout(() => {
      asked.current = latest.current.loaded;
      void latest.current.load(PAGE);
    }, wait);
    return () => clearTimeout(timer);
  }, [goOn]);
  return wanted && hasOlder;
};

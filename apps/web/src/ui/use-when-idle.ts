import { useEffect } from 'react';
import { firstQuiet } from './first-quiet.ts';

const AT_LATEST_MS = 3_000;

/** Once, when the page has nothing better to do. `work` has to stay the same function. */
export const useWhenIdle = (work: () => void): void => {
  useEffect(() => {
    let idle: number | undefined;
    let gone = false;
    void firstQuiet().then(() => {
      if (gone) return;
      // Not in every browser.
      if (typeof requestIdleCallback === 'undefined') work();
      else idle = requestIdleCallback(work, { timeout: AT_LATEST_MS });
    });
    return () => {
      gone = true;
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [work]);
};

import { useEffect } from 'react';

const AT_LATEST_MS = 3_000;

/** Once, when the page has nothing better to do. `work` has to stay the same function. */
export const useWhenIdle = (work: () => void): void => {
  useEffect(() => {
    // Not in every browser.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(work, AT_LATEST_MS);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(work, { timeout: AT_LATEST_MS });
    return () => cancelIdleCallback(idle);
  }, [work]);
};

const QUIET_MS = 300;
const AT_LATEST_MS = 3_000;

let quiet: Promise<void> | undefined;

/** Resolves, once for the page, when nothing has arrived for a while: what may be needed later waits for what is now. */
export const firstQuiet = (): Promise<void> => (quiet ??= untilQuiet());

const untilQuiet = (): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      arrivals.disconnect();
      clearTimeout(pause);
      clearTimeout(latest);
      resolve();
    };
    const arrivals = new PerformanceObserver(() => {
      clearTimeout(pause);
      pause = setTimeout(end, QUIET_MS);
    });
    arrivals.observe({ type: 'resource' });
    let pause = setTimeout(end, QUIET_MS);
    const latest = setTimeout(end, AT_LATEST_MS);
  });

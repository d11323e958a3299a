export type PausableTimer = { run(): void; pause(): void; stop(): void };

/** Counts only the time that it runs. */
export const createPausableTimer = (lastsMs: number, onOver: () => void): PausableTimer => {
  let leftMs = lastsMs;
  let running: { readonly timer: ReturnType<typeof setTimeout>; readonly since: number } | undefined;
  const pause = (): void => {
    if (running === undefined) return;
    clearTimeout(running.timer);
    leftMs -= Date.now() - running.since;
    running = undefined;
  };
  return {
    run: () => {
      if (running !== undefined || leftMs === Infinity) return;
      running = { timer: setTimeout(onOver, Math.max(0, leftMs)), since: Date.now() };
    },
    pause,
    stop: () => {
      pause();
      leftMs = Infinity;
    },
  };
};

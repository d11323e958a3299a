import { nowUs, sleep } from './clock.ts';
import { cpuSeconds, endedChildrenSeconds, machineBusySeconds } from './processes.ts';

/** Cores that anything else may use while we measure. */
const NOISE_LIMIT = 0.4;
const PATIENT = process.env['BENCH_FULL'] === '1';
const ATTEMPTS = Number(process.env['BENCH_ATTEMPTS'] ?? (PATIENT ? 3 : 1));
const WAIT_MS = Number(process.env['BENCH_WAIT_MS'] ?? (PATIENT ? 10_000 : 1_000));
const SAMPLE_MS = 300;

export type Window<Result> = {
  readonly result: Result;
  /** Cores that other programs used meanwhile. */
  readonly noise: number;
};

/** Every noise of this program's windows, for the report. */
const noises: number[] = [];

/**
 * Measures when nothing else runs, as far as that can be had: waits for quiet, and redoes a window that was disturbed.
 * @param pids processes that take part, besides this one
 * @param alsoOwn CPU seconds of what else takes part, where its processes come and go
 */
export const quietWindow = async <Result>(
  pids: readonly number[],
  measure: () => Promise<Result>,
  alsoOwn: () => number = () => 0,
): Promise<Result> => {
  let best: Window<Result> | undefined;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await waitForQuiet();
    const window = await observed(pids, measure, alsoOwn);
    if (best === undefined || window.noise < best.noise) best = window;
    if (best.noise <= NOISE_LIMIT) break;
  }
  if (best === undefined) throw new Error('BENCH_ATTEMPTS is at least 1.');
  noises.push(best.noise);
  return best.result;
};

/** How disturbed the windows were whose figures were kept. */
export const noiseSummary = (): { readonly windows: number; readonly noisy: number; readonly worst: number } => ({
  windows: noises.length,
  noisy: noises.filter((noise) => noise > NOISE_LIMIT).length,
  worst: Number(Math.max(0, ...noises).toFixed(2)),
});

const observed = async <Result>(
  pids: readonly number[],
  measure: () => Promise<Result>,
  alsoOwn: () => number = () => 0,
): Promise<Window<Result>> => {
  const own = (): number =>
    [process.pid, ...pids].reduce((sum, pid) => sum + cpuSeconds(pid), endedChildrenSeconds() + alsoOwn());
  const before = { own: own(), busy: machineBusySeconds(), at: nowUs() };
  const result = await measure();
  const others = machineBusySeconds() - before.busy - (own() - before.own);
  return { result, noise: others / ((nowUs() - before.at) / 1e6) };
};

const waitForQuiet = async (): Promise<void> => {
  const until = nowUs() + WAIT_MS * 1e3;
  while (nowUs() < until) {
    const { noise } = await observed([], () => sleep(SAMPLE_MS));
    if (noise <= NOISE_LIMIT) return;
  }
};

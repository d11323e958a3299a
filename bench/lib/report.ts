import { cpus, release } from 'node:os';
import { noiseSummary } from './quiet-window.ts';

type Figures = Readonly<Record<string, unknown>>;

export type Report = {
  readonly bench: string;
  readonly figures: Figures;
  readonly limit: Figures;
  readonly ratio: Figures;
  readonly aim: Figures;
  readonly met: Readonly<Record<string, boolean>>;
};

/** The last line that a bench prints. */
export const report = (result: Report): void => {
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? '?'}, Linux ${release()}, Node ${process.version}`;
  console.log(JSON.stringify({ ...result, noise: noiseSummary(), machine }));
};

export const progress = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** `BENCH_FULL=1`: more and longer windows, more clients. */
export const FULL = process.env['BENCH_FULL'] === '1';
export const RUNS = Number(process.env['BENCH_RUNS'] ?? (FULL ? 3 : 1));

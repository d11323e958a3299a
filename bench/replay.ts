import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program } from './lib/child.ts';
import { nowUs, sleep } from './lib/clock.ts';
import { longLog } from './lib/long-log.ts';
import { residentBytes } from './lib/processes.ts';
import { quietWindow } from './lib/quiet-window.ts';
import { progress, report, RUNS } from './lib/report.ts';
import { metric, startServer } from './lib/sitrep.ts';
import { medians, rounded } from './lib/statistics.ts';

// A start over a million events in ten thousand incidents, beside reading, parsing and applying the same events; then
// with the snapshot that the first one left, and how long the index of closed incidents takes.
const EVENTS = Number(process.env['BENCH_EVENTS'] ?? 1_000_000);
const INCIDENTS = EVENTS / 100;
const READ_PARSE_APPLY = fileURLToPath(new URL('limits/read-parse-apply.mjs', import.meta.url));

progress('making the log, if this is the first time…');
const { dataFolder, lines } = await longLog(EVENTS, INCIDENTS);

const limitSeconds = (): Promise<number> =>
  quietWindow([], async () => {
    const startedAt = nowUs();
    const program = new Program([READ_PARSE_APPLY, lines]);
    await program.printed(/applied/);
    const seconds = (nowUs() - startedAt) / 1e6;
    await program.exited;
    return seconds;
  });

type Served = {
  readonly program: Program;
  readonly port: number;
  readonly seconds: number;
  readonly startedAt: number;
};

const served = async (): Promise<Served> => {
  const startedAt = nowUs();
  const program = startServer(dataFolder);
  const port = Number(await program.printed(/is serving at http:\/\/127\.0\.0\.1:(\d+)/));
  return { program, port, seconds: (nowUs() - startedAt) / 1e6, startedAt };
};

/** With nothing but the log; then until the last closed incident is found by the search. */
const withoutSnapshot = (): Promise<{ seconds: number; residentMb: number; historySeconds: number }> =>
  quietWindow([], async () => {
    rmSync(join(dataFolder, 'cache'), { recursive: true, force: true });
    const { program, port, seconds, startedAt } = await served();
    const residentMb = residentBytes(program.pid) / 1e6;
    const head = await metric(port, 'log_head_position');
    while ((await metric(port, 'history_position')) < head) await sleep(50);
    const historySeconds = (nowUs() - startedAt) / 1e6;
    // Leaves a snapshot behind.
    await program.stop();
    return { seconds, residentMb, historySeconds };
  });

const withSnapshot = (): Promise<{ seconds: number; residentMb: number }> =>
  quietWindow([], async () => {
    const { program, seconds } = await served();
    const residentMb = residentBytes(program.pid) / 1e6;
    await program.stop();
    return { seconds, residentMb };
  });

const limits: { seconds: number }[] = [];
const product: Record<string, number>[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  limits.push({ seconds: await limitSeconds() });
  const without = await withoutSnapshot();
  const snapshot = await withSnapshot();
  product.push({
    withoutSnapshotS: without.seconds,
    withoutSnapshotMb: without.residentMb,
    historyCompleteS: without.historySeconds,
    withSnapshotS: snapshot.seconds,
    withSnapshotMb: snapshot.residentMb,
  });
  progress(`run ${run}: ${JSON.stringify({ limit: limits.at(-1), sitrep: product.at(-1) })}`);
}
const figures = medians(product);
const limit = medians(limits);
const ratio = {
  withoutSnapshot: rounded((figures['withoutSnapshotS'] ?? Number.NaN) / limit.seconds),
  withSnapshot: rounded((figures['withSnapshotS'] ?? Number.NaN) / limit.seconds),
};
report({
  bench: 'replay',
  figures: { events: EVENTS, ...figures },
  limit,
  ratio,
  aim: { 'without snapshot, of read + parse + apply': 2, 'with snapshot': 0.25 },
  met: { withoutSnapshot: ratio.withoutSnapshot <= 2, withSnapshot: ratio.withSnapshot <= 0.25 },
});

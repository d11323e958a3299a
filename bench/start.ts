import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort, type Program } from './lib/child.ts';
import { nowUs, sleep } from './lib/clock.ts';
import { firstAnswerMs } from './lib/first-answer.ts';
import { startBareSocketIo } from './lib/limit.ts';
import { residentBytes } from './lib/processes.ts';
import { quietWindow } from './lib/quiet-window.ts';
import { FULL, progress, report } from './lib/report.ts';
import { scratchFolder } from './lib/scratch.ts';
import { startServer } from './lib/sitrep.ts';
import { medians, rounded } from './lib/statistics.ts';

// From the start of the process to its first answer, beside a bare Socket.IO server; and what it holds at rest.
const RUNS = FULL ? 9 : 3;
const REST_MS = 4_000;
const ROOT = fileURLToPath(new URL('..', import.meta.url));

type Started = { readonly ms: number; readonly residentMb: number };

const measure = (start: (port: number) => Program, restMs: number): Promise<Started> =>
  quietWindow([], async () => {
    const port = await freePort();
    const startedAt = nowUs();
    const program = start(port);
    const ms = await firstAnswerMs(port, startedAt);
    await sleep(restMs);
    const residentMb = residentBytes(program.pid) / 1e6;
    await program.stop();
    return { ms, residentMb };
  });

/** As a person starts it, with everything installed and built. */
const npmStartMs = (dataFolder: string): Promise<number> =>
  quietWindow([], async () => {
    const port = await freePort();
    const startedAt = nowUs();
    const npm = spawn('npm', ['start'], {
      cwd: ROOT,
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, SITREP_PORT: String(port), SITREP_DATA: dataFolder },
    });
    try {
      return await firstAnswerMs(port, startedAt);
    } finally {
      // A group of its own: npm, and what it started.
      process.kill(-(npm.pid ?? Number.NaN), 'SIGTERM');
      await once(npm, 'exit');
    }
  });

const limits: Started[] = [];
const product: Record<string, number>[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  const folder = scratchFolder();
  limits.push(await measure(startBareSocketIo, 0));
  const first = await measure((port) => startServer(folder, port), REST_MS);
  const second = await measure((port) => startServer(folder, port), 0);
  product.push({
    emptyMs: first.ms,
    secondMs: second.ms,
    restMb: first.residentMb,
    npmStartMs: await npmStartMs(folder),
  });
  progress(`run ${run}: ${JSON.stringify({ limit: limits.at(-1), sitrep: product.at(-1) })}`);
}
const figures = medians(product);
const limit = medians(limits);
const ratio = {
  emptyMs: rounded((figures['emptyMs'] ?? Number.NaN) / limit.ms),
  secondMs: rounded((figures['secondMs'] ?? Number.NaN) / limit.ms),
};
report({
  bench: 'start',
  figures,
  limit,
  ratio,
  aim: { 'to serving, of bare Socket.IO': 3, 'MB at rest': 110, 'ms of a second npm start': 1_000 },
  met: {
    toServing: ratio.emptyMs <= 3 && ratio.secondMs <= 3,
    atRest: (figures['restMb'] ?? Infinity) <= 110,
    npmStart: (figures['npmStartMs'] ?? Infinity) <= 1_000,
  },
});

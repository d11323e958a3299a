import { sleep } from './lib/clock.ts';
import type { Contender } from './lib/contender.ts';
import type { Dialect } from './lib/crowd-client.ts';
import { Crowd } from './lib/crowd.ts';
import { Limit } from './lib/limit.ts';
import { cpuSeconds } from './lib/processes.ts';
import { quietWindow } from './lib/quiet-window.ts';
import { progress, report, RUNS } from './lib/report.ts';
import { Sitrep } from './lib/sitrep.ts';
import { medians, rounded } from './lib/statistics.ts';
import { writePaced } from './lib/writers.ts';

// The network was away: thousands of pages come back in the same moment, each fifty events behind, beside Socket.IO.
const CLIENTS = 5_000;
const MISSED = 50;

type Returned = { readonly seconds: number; readonly cpuS: number; readonly gaps: number; readonly doubles: number };

const comeBack = async (contender: Contender, returning: Dialect): Promise<Returned> => {
  const crowd = new Crowd();
  await crowd.begin(0);
  const result = await quietWindow([contender.pid], async () => {
    await crowd.leave('staying');
    await sleep(500);
    await crowd.begin(0);
    const before = cpuSeconds(contender.pid);
    const { ms } = await crowd.connect(returning, CLIENTS, CLIENTS);
    const cpuS = cpuSeconds(contender.pid) - before;
    const { fewest, most } = await crowd.end(CLIENTS * MISSED);
    return { seconds: ms / 1e3, cpuS, gaps: Math.max(0, MISSED - fewest), doubles: Math.max(0, most - MISSED) };
  });
  await crowd.leave();
  return result;
};

const write = (contender: Contender, total: number) =>
  writePaced(contender.port, contender.posting, { perSecond: 200, total });

const ofLimit = async (): Promise<Returned> => {
  const limit = await Limit.bareSocketIo();
  await write(limit, MISSED);
  const result = await comeBack(limit, limit.dialect(0));
  await limit.stop();
  return result;
};

const ofProduct = async (): Promise<Returned> => {
  const sitrep = await Sitrep.start();
  await sitrep.declare(1);
  // Somebody stays, so that the room goes on being followed.
  const witness = await Crowd.of(sitrep.dialect(), 1);
  const after = await sitrep.position();
  await write(sitrep, MISSED);
  await sleep(200);
  const result = await comeBack(sitrep, sitrep.returning(after));
  await witness.leave();
  await sitrep.stop();
  return result;
};

const product: Returned[] = [];
const limits: Returned[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  limits.push(await ofLimit());
  product.push(await ofProduct());
  progress(`run ${run}: ${JSON.stringify({ limit: limits.at(-1), sitrep: product.at(-1) })}`);
}
const figures = medians(product);
const limit = medians(limits);
const ratio = { seconds: rounded(figures.seconds / limit.seconds), cpuS: rounded(figures.cpuS / limit.cpuS) };
report({
  bench: 'reconnect',
  figures: { clients: CLIENTS, missed: MISSED, ...figures },
  limit,
  ratio,
  aim: { 'seconds, of bare Socket.IO': 1.5, gaps: 0, doubles: 0 },
  met: {
    seconds: ratio.seconds <= 1.5,
    complete: product.every(({ gaps, doubles }) => gaps === 0 && doubles === 0),
  },
});

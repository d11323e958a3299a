import { Crowd } from './lib/crowd.ts';
import type { Contender } from './lib/contender.ts';
import { burst, warmUp } from './lib/delivery.ts';
import { Limit } from './lib/limit.ts';
import { progress, report, RUNS } from './lib/report.ts';
import { Sitrep } from './lib/sitrep.ts';
import { medians, rounded } from './lib/statistics.ts';

// A thousand commands within a second, their events to a thousand pages, beside Socket.IO with a frame per event.
const CLIENTS = 1_000;
const EVENTS = 1_000;

const measure = async (contender: Contender) => {
  const crowd = await Crowd.of(contender.dialect(), CLIENTS);
  await warmUp({ contender, crowd, clients: CLIENTS });
  const result = await burst({ contender, crowd, clients: CLIENTS }, { perSecond: EVENTS, total: EVENTS });
  await crowd.leave();
  return result;
};

const product: Awaited<ReturnType<typeof measure>>[] = [];
const limits: Awaited<ReturnType<typeof measure>>[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  const limit = await Limit.bareSocketIo();
  limits.push(await measure(limit));
  await limit.stop();
  const sitrep = await Sitrep.start();
  await sitrep.declare(1);
  product.push(await measure(sitrep));
  await sitrep.stop();
  progress(`run ${run}: ${JSON.stringify({ limit: limits.at(-1), sitrep: product.at(-1) })}`);
}
const figures = medians(product);
const limit = medians(limits);
const ratio = { seconds: rounded(figures.seconds / limit.seconds), cpuS: rounded(figures.cpuS / limit.cpuS) };
report({
  bench: 'burst',
  figures,
  limit,
  ratio,
  aim: { 'seconds, of unbatched Socket.IO': 0.15, 'server CPU, of unbatched Socket.IO': 0.1, lost: 0 },
  met: {
    seconds: ratio.seconds <= 0.15,
    cpu: ratio.cpuS <= 0.1,
    noneLost: product.every(({ lost }) => lost === 0),
  },
});

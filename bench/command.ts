import { Crowd } from './lib/crowd.ts';
import type { Dialect } from './lib/crowd-client.ts';
import type { Contender } from './lib/contender.ts';
import { commandsFlatOut, deliver, warmUp } from './lib/delivery.ts';
import { Limit } from './lib/limit.ts';
import { FULL, progress, report, RUNS } from './lib/report.ts';
import { Sitrep } from './lib/sitrep.ts';
import { medians, rounded } from './lib/statistics.ts';

// From a command to every page, durable on the way, beside node:http + group commit + one prepared frame; then as many
// commands as go through, also beside one sync for each.
const AUDIENCES = [100, 500] as const;
const CALM = { perSecond: 15, total: FULL ? 90 : 30 };
const WRITERS = 64;
const LOAD = { writers: WRITERS, seconds: FULL ? 5 : 2.5 };
const SUBSCRIBERS = 100;
const FRAME_MS = 16;

type Numbers = Record<string, number>;

const latencies = async (contender: Contender): Promise<Numbers> => {
  const figures: Numbers = {};
  for (const clients of AUDIENCES) {
    const crowd = await Crowd.of(contender.dialect(), clients);
    await warmUp({ contender, crowd, clients });
    const { p50Ms, p99Ms, answerP50Ms, lost } = await deliver({ contender, crowd, clients }, CALM);
    if (lost > 0) throw new Error(`${lost} events were lost`);
    Object.assign(figures, {
      [`p50Ms@${clients}`]: p50Ms,
      [`p99Ms@${clients}`]: p99Ms,
      [`answerMs@${clients}`]: answerP50Ms,
    });
    await crowd.leave();
  }
  return figures;
};

const throughput = async (contender: Contender, dialect: Dialect): Promise<Numbers> => {
  const crowd = await Crowd.of(dialect, SUBSCRIBERS);
  await commandsFlatOut({ contender, crowd, clients: SUBSCRIBERS }, { writers: WRITERS, seconds: 1 });
  const result = await commandsFlatOut({ contender, crowd, clients: SUBSCRIBERS }, LOAD);
  await crowd.leave();
  return result;
};

const ofProduct = async (): Promise<Numbers> => {
  const sitrep = await Sitrep.start();
  await sitrep.declare(1);
  const calm = await latencies(sitrep);
  await sitrep.declare(1);
  const inOne = await throughput(sitrep, sitrep.dialect());
  await sitrep.declare(WRITERS);
  const spread = await throughput(sitrep, sitrep.dialect('one'));
  await sitrep.stop();
  return { ...calm, ...named('one incident', inOne), ...named('64 incidents', spread) };
};

const ofLimit = async (): Promise<Numbers> => {
  const calmLimit = await Limit.preparedFrame({ sync: 'group' });
  const calm = await latencies(calmLimit);
  await calmLimit.stop();
  const group = await Limit.preparedFrame({ sync: 'group', frameMs: FRAME_MS });
  const shared = await throughput(group, group.dialect());
  await group.stop();
  const each = await Limit.preparedFrame({ sync: 'each', frameMs: FRAME_MS });
  const apart = await throughput(each, each.dialect());
  await each.stop();
  return { ...calm, ...named('group commit', shared), ...named('one sync each', apart) };
};

const named = (prefix: string, figures: Numbers): Numbers =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${prefix}: ${key}`, value]));

const product: Numbers[] = [];
const limits: Numbers[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  limits.push(await ofLimit());
  product.push(await ofProduct());
  progress(`run ${run}: ${JSON.stringify({ limit: limits.at(-1), sitrep: product.at(-1) })}`);
}
const figures = medians(product);
const limit = medians(limits);
const share = (numerator: string, denominator: string): number =>
  rounded((figures[numerator] ?? Number.NaN) / (limit[denominator] ?? Number.NaN));
const latencyRatio = Object.fromEntries(
  AUDIENCES.flatMap((clients) => [`p50Ms@${clients}`, `p99Ms@${clients}`]).map((key) => [key, share(key, key)]),
);
const perSecond = {
  'one incident, of group commit': share('one incident: perSecond', 'group commit: perSecond'),
  '64 incidents, of group commit': share('64 incidents: perSecond', 'group commit: perSecond'),
  'one incident, of one sync each': share('one incident: perSecond', 'one sync each: perSecond'),
  '64 incidents, of one sync each': share('64 incidents: perSecond', 'one sync each: perSecond'),
};
report({
  bench: 'command',
  figures,
  limit,
  ratio: { ...latencyRatio, ...perSecond },
  aim: { 'to every subscriber, of the limit': 1.6, 'durable commands/s, of group commit': 0.45, 'of one sync each': 8 },
  met: {
    latency: Object.values(latencyRatio).every((ratio) => ratio <= 1.6),
    commandsPerSecond: perSecond['one incident, of group commit'] >= 0.45,
    groupCommit: perSecond['one incident, of one sync each'] >= 8,
  },
});

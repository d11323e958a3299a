import type { Contender } from './contender.ts';
import { Crowd } from './crowd.ts';
import { deliver, saturate, warmUp } from './delivery.ts';
import { Limit } from './limit.ts';
import { residentBytes } from './processes.ts';
import { FULL, progress, type Report } from './report.ts';
import { sleep } from './clock.ts';
import { Sitrep } from './sitrep.ts';
import { medians, rounded } from './statistics.ts';

type Size = {
  readonly clients: number;
  readonly seconds: number;
  /** Events/s; the share of what bare Socket.IO can carry where it depends on that. */
  pace(capacity: () => Promise<number>): Promise<number>;
};

const CAPACITY_SHARE = 0.6;
const FIVE_THOUSAND: Size = { clients: 5_000, seconds: FULL ? 6 : 3, pace: () => Promise.resolve(5) };
const TEN_THOUSAND: Size = {
  clients: 10_000,
  seconds: 10,
  pace: async (capacity) => Math.max(1, Math.round((await capacity()) * CAPACITY_SHARE * 10) / 10),
};

/** Row 2 of docs/performance.md: many thousand pages, beside bare Socket.IO. */
export const runLarge = async (runs: number): Promise<Omit<Report, 'bench'>> => {
  const sizes = FULL ? [FIVE_THOUSAND, TEN_THOUSAND] : [FIVE_THOUSAND];
  const result = { figures: {}, limit: {}, ratio: {}, aim: {}, met: {} };
  for (const size of sizes) {
    const part = await ofSize(size, runs);
    for (const key of ['figures', 'limit', 'ratio', 'aim', 'met'] as const) Object.assign(result[key], part[key]);
  }
  return result;
};

const ofSize = async (size: Size, runs: number): Promise<Omit<Report, 'bench'>> => {
  const product: Measured[] = [];
  const limits: Measured[] = [];
  let perSecond: number | undefined;
  for (let run = 1; run <= runs; run += 1) {
    const limit = await Limit.bareSocketIo();
    perSecond ??= await size.pace(() => capacityOf(limit, size.clients));
    limits.push(await measure(limit, size, perSecond));
    await limit.stop();
    const sitrep = await Sitrep.start();
    await sitrep.declare(1);
    product.push(await measure(sitrep, size, perSecond));
    await sitrep.stop();
    progress(`${size.clients}, run ${run}: ${JSON.stringify({ limit: limits.at(-1), sitrep: product.at(-1) })}`);
  }
  const figures = { ...medians(product), perSecond };
  const limit = medians(limits);
  const ratio = {
    p99Ms: rounded(figures.p99Ms / limit.p99Ms),
    residentKbPerClient: rounded(figures.residentKbPerClient / limit.residentKbPerClient),
    cpuUs: rounded(figures.cpuUs / limit.cpuUs),
  };
  const { clients } = size;
  return {
    figures: { [clients]: figures },
    limit: { [clients]: limit },
    ratio: { [clients]: ratio },
    aim: { [`p99 to ${clients}, of bare Socket.IO`]: 1.3, [`memory per connection at ${clients}`]: 1.5 },
    met: {
      [`p99 to ${clients}`]: ratio.p99Ms <= 1.3 && product.every(({ lost }) => lost === 0),
      [`memory at ${clients}`]: ratio.residentKbPerClient <= 1.5,
    },
  };
};

type Measured = Awaited<ReturnType<typeof measure>>;

const measure = async (contender: Contender, size: Size, perSecond: number) => {
  const { clients } = size;
  const before = residentBytes(contender.pid);
  const crowd = await Crowd.of(contender.dialect(), clients);
  await sleep(1_000);
  const residentKbPerClient = (residentBytes(contender.pid) - before) / clients / 1e3;
  await warmUp({ contender, crowd, clients });
  await crowd.end(50 * clients);
  const total = Math.round(perSecond * size.seconds);
  const delivered = await deliver({ contender, crowd, clients }, { perSecond, total });
  await crowd.leave();
  return { ...delivered, residentKbPerClient };
};

/** Events/s that reach everybody when they come as fast as they go. */
const capacityOf = async (limit: Contender, clients: number): Promise<number> => {
  const crowd = await Crowd.of(limit.dialect(), clients);
  const { eventsPerS } = await saturate({ contender: limit, crowd, clients }, { writers: 2, seconds: 4 });
  await crowd.leave();
  return eventsPerS / clients;
};

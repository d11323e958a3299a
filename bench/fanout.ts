import { Crowd } from './lib/crowd.ts';
import { deliver, saturate, warmUp, type Delivered } from './lib/delivery.ts';
import { Limit } from './lib/limit.ts';
import { FULL, progress, report, RUNS } from './lib/report.ts';
import { runLarge } from './lib/large-crowd.ts';
import { Sitrep } from './lib/sitrep.ts';
import { medians, rounded } from './lib/statistics.ts';
import type { Contender } from './lib/contender.ts';

// Events to 1,000 pages at three paces and flat out, beside one prepared frame; then to 5,000 and more, beside Socket.IO.
const CLIENTS = 1_000;
const SECONDS = FULL ? 6 : 2;
const PACES = [1, 10, 50] as const;
// More rooms than one, since each room sends one frame per 16 ms at most.
const ROOMS = 8;
const WRITERS = 16;

const measure = async (contender: Contender, widen: () => Promise<void>): Promise<Record<string, number>> => {
  const figures: Record<string, number> = {};
  let crowd = await Crowd.of(contender.dialect(), CLIENTS);
  await warmUp({ contender, crowd, clients: CLIENTS });
  let lost = 0;
  for (const perSecond of PACES) {
    const total = Math.max(3, perSecond * SECONDS);
    const delivered = await deliver({ contender, crowd, clients: CLIENTS }, { perSecond, total });
    lost += delivered.lost;
    Object.assign(figures, named(delivered, perSecond));
  }
  await crowd.leave();
  await widen();
  crowd = await Crowd.of(contender.dialect(), CLIENTS);
  const { lost: alsoLost, ...flatOut } = await saturate(
    { contender, crowd, clients: CLIENTS },
    { writers: WRITERS, seconds: SECONDS },
  );
  await crowd.leave();
  return { ...figures, ...prefixed('saturated', flatOut), lost: lost + alsoLost };
};

const named = ({ lost: _lost, ...figures }: Delivered, perSecond: number): Record<string, number> =>
  prefixed(`at${perSecond}`, figures);

const prefixed = (prefix: string, figures: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${prefix}.${name}`, value]));

const product: Record<string, number>[] = [];
const limits: Record<string, number>[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  const limit = await Limit.preparedFrame();
  limits.push(await measure(limit, () => Promise.resolve()));
  await limit.stop();
  const sitrep = await Sitrep.start();
  await sitrep.declare(1);
  product.push(await measure(sitrep, () => sitrep.declare(ROOMS)));
  await sitrep.stop();
  progress(`run ${run}: ${JSON.stringify({ limit: limits.at(-1), sitrep: product.at(-1) })}`);
}
const figures = medians(product);
const limit = medians(limits);
const ratio = Object.fromEntries(
  Object.keys(figures).map((key) => [key, rounded((figures[key] ?? 0) / (limit[key] ?? 0))]),
);

const large = await runLarge(RUNS);
report({
  bench: 'fanout',
  figures: { [CLIENTS]: figures, ...large.figures },
  limit: { [CLIENTS]: limit, ...large.limit },
  ratio: { [CLIENTS]: ratio, ...large.ratio },
  aim: {
    'server CPU per delivery, of prepared frame': 1.8,
    'saturated frames/s, of prepared frame': 0.5,
    lost: 0,
    ...large.aim,
  },
  met: {
    cpuPerDelivery: PACES.every((pace) => (ratio[`at${pace}.cpuUs`] ?? Infinity) <= 1.8),
    saturated: (ratio['saturated.framesPerS'] ?? 0) >= 0.5,
    noneLost: product.every(({ lost }) => lost === 0),
    ...large.met,
  },
});

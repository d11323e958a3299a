import type { Group, PaletteItem } from '../apps/web/src/features/palette/items.ts';
import { indexOf } from '../apps/web/src/features/palette/search/palette-index.ts';
import { foundSections } from '../apps/web/src/features/palette/sections.ts';
import { FULL, progress, report, RUNS } from './lib/report.ts';
import { median, medians, rounded } from './lib/statistics.ts';

// What one key in the palette costs before anything is drawn: everything local is ranked anew, beside a plain filter.
const INCIDENTS = 1_000;
const PEOPLE = 500;
const SERVICES = 500;
const COMMANDS = 80;
const ROUNDS = FULL ? 41 : 11;

const WORDS =
  'checkout payment search login cache queue database replica timeout error latency certificate disk memory gateway mail invoice upload session token shard index deploy rollback region customer order stock price image'.split(
    ' ',
  );

const some = (seed: number, count: number): string =>
  Array.from(
    { length: count },
    (_, place) => WORDS[(seed * 7 + place * 13 + ((seed * place) % 5)) % WORDS.length],
  ).join(' ');

const items = (group: Group, count: number, title: (seed: number) => string, keywords: (seed: number) => string) =>
  Array.from({ length: count }, (_, seed): PaletteItem => ({
    id: `${group}/${seed}`,
    group,
    title: title(seed),
    keywords: keywords(seed),
    mark: { is: 'group', group },
    choice: { does: 'back' },
  }));

const ALL: readonly PaletteItem[] = [
  ...items(
    'incidents',
    INCIDENTS,
    (seed) => `${some(seed, 5)} ${seed}`,
    (seed) => `INC-2026-${seed} ${some(seed, 3)}`,
  ),
  ...items(
    'people',
    PEOPLE,
    (seed) => `Émilie ${some(seed, 1)}son ${seed}`,
    (seed) => `@person${seed}`,
  ),
  ...items(
    'services',
    SERVICES,
    (seed) => `${some(seed, 2)}-${seed}`,
    () => '',
  ),
  ...items(
    'commands',
    COMMANDS,
    (seed) => `Change the ${some(seed, 2)}`,
    (seed) => some(seed, 4),
  ),
];

/** Common and rare, mistyped and in several words: what costs most is what nothing matches. */
const QUERIES = ['checkout err', 'change the pay', 'émilie s', 'inc-2026-77', 'gatway timeout', 'chpay', 'zzzzzz', 'a'];

/** One key after the other, as somebody types. */
const KEYS = QUERIES.flatMap((query) => Array.from(query, (_, end) => query.slice(0, end + 1)));

type Figures = { readonly usual: number; readonly worst: number };

/** Of each key the median of its rounds: what another program does to this one is not a cost of the search. */
const timed = (search: (typed: string) => readonly unknown[]): Figures => {
  let kept = 0;
  const keys = KEYS.map((typed) => {
    const took = Array.from({ length: ROUNDS }, () => {
      const before = performance.now();
      const found = search(typed);
      const after = performance.now();
      // What nobody looks at may be left out by whoever compiles it.
      kept += found.length;
      return after - before;
    });
    return { typed, ms: median(took) };
  });
  if (kept === 0) throw new Error('Nothing was ever found.');
  const worst = keys.toSorted((a, b) => b.ms - a.ms)[0];
  progress(`worst: ${worst?.typed}`);
  return { usual: rounded(median(keys.map(({ ms }) => ms))), worst: rounded(worst?.ms ?? Number.NaN) };
};

const texts = ALL.map((item) => `${item.title} ${item.keywords ?? ''}`.toLowerCase());
const plain = (typed: string): readonly PaletteItem[] => {
  const wanted = typed.toLowerCase();
  return ALL.filter((_, place) => texts[place]?.includes(wanted)).slice(0, 60);
};

const index = indexOf(ALL);
const recent = ALL.filter((_, place) => place % 70 === 0).map(({ id }) => id);
const ranked = (typed: string) => foundSections(index, typed, recent);

timed(plain);
timed(ranked);
const product: Figures[] = [];
const limits: Figures[] = [];
for (let run = 1; run <= Math.max(3, RUNS); run += 1) {
  limits.push(timed(plain));
  product.push(timed(ranked));
  progress(`run ${run}: ${JSON.stringify({ limit: limits.at(-1), sitrep: product.at(-1) })}`);
}
const figures = medians(product);
const limit = medians(limits);
const ratio = { usual: rounded(figures.usual / limit.usual), worst: rounded(figures.worst / limit.worst) };
report({
  bench: 'palette',
  figures: { incidents: INCIDENTS, people: PEOPLE, services: SERVICES, keys: KEYS.length, ...figures },
  limit,
  ratio,
  aim: { 'ms of the worst key': 16, 'usual key, of a plain filter': 12 },
  met: { worst: figures.worst <= 16, usual: ratio.usual <= 12 },
});

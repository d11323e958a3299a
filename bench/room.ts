import { FULL, progress, report, RUNS } from './lib/report.ts';
import { opens, reading, scrolling, typing } from './lib/room-measures.ts';
import { startBareRoom, startSitrepRoom, type RoomSite } from './lib/room-site.ts';
import { medians, rounded } from './lib/statistics.ts';
import { BenchBrowser } from './lib/web-browser.ts';

// A room of ten thousand entries with two hundred people in it and 20 events a second, in a real browser: how long until
// the newest entry is painted, a key shows, the wheel scrolls, and whether what is read moves. Beside a bare page.
const ENTRIES = Number(process.env['BENCH_ENTRIES'] ?? 10_000);
const PEOPLE = 200;
const VISITS = FULL ? 11 : 5;
const SECONDS = FULL ? 20 : 10;
const AIM = {
  'ms until the newest entry is painted': 1_000,
  'ms from key to paint in the composer, p95': 50,
  'frames over 50 ms while scrolling': 0,
  'px that the read entry moves': 0,
};

type Numbers = Record<string, number>;

const HALF_AN_HOUR = 30 * 60_000;

const measure = async (site: RoomSite, addBefore: () => Promise<void>): Promise<Numbers> => {
  const browser = await BenchBrowser.launch();
  try {
    const under = { site, browser };
    return {
      ...(await opens(under, VISITS)),
      ...(await typing(under, SECONDS)),
      ...(await scrolling(under, SECONDS)),
      ...(await reading(under, SECONDS, addBefore)),
    };
  } finally {
    await browser.close();
    await site.stop();
  }
};

const product: Numbers[] = [];
const limits: Numbers[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  limits.push(await measure(await startBareRoom(), () => Promise.resolve()));
  progress(`run ${run}, limit: ${JSON.stringify(limits.at(-1))}`);
  const site = await startSitrepRoom(ENTRIES, PEOPLE);
  product.push(await measure(site, () => site.write('Added to the time before', Date.now() - HALF_AN_HOUR)));
  progress(`run ${run}, sitrep: ${JSON.stringify(product.at(-1))}`);
}
const figures = medians(product);
const limit = medians(limits);
const ratio = Object.fromEntries(
  ['openMs', 'keyP50Ms', 'keyP95Ms', 'frameP99Ms'].map((key) => [
    key,
    rounded((figures[key] ?? Number.NaN) / (limit[key] ?? Number.NaN)),
  ]),
);
report({
  bench: 'room',
  figures: { entries: ENTRIES, people: PEOPLE, ...figures },
  limit,
  ratio,
  aim: AIM,
  met: {
    opens: (figures['openMs'] ?? Infinity) <= 1_000,
    keys: (figures['keyP95Ms'] ?? Infinity) <= 50,
    frames: figures['framesOver50'] === 0,
    stays: figures['movedPx'] === 0,
  },
});

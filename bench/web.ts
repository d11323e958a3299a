import { FULL, progress, report, RUNS } from './lib/report.ts';
import { medians, rounded } from './lib/statistics.ts';
import { BenchBrowser } from './lib/web-browser.ts';
import { firstPaint } from './lib/web-first-paint.ts';
import { startBarePage } from './lib/web-limit.ts';
import { startSitrepSite } from './lib/web-sitrep.ts';
import type { WebSite } from './lib/web-site.ts';
import { stormInRoom, stormOnBoard, stormUnattended, type Storm } from './lib/web-storm.ts';
import { alertToBoard, noteToOther, type Delay } from './lib/web-together.ts';

// A browser at the board and in a room: what it loads before it paints, how long that takes, whether anything moves or
// stalls under 20 events a second, and when others see what was done. Beside a bare page of React and one socket.
const VISITS = FULL ? 11 : 5;
const SECONDS = { calm: 20, unattended: 10, busy: FULL ? 20 : 10 };
const SAMPLES = FULL ? 60 : 30;
const AIM = {
  'KiB of JS and CSS until the board is painted': 200,
  'ms to board and largest paint': 600,
  'ms from key or click to paint': 100,
  'layout shift in 20 s of 20 events/s': 0.02,
  'ms from command to another page, p95': 100,
  'ms from alert to board, p95': 300,
};

type Numbers = Record<string, number>;

const measure = async (site: WebSite): Promise<Numbers> => {
  const browser = await BenchBrowser.launch();
  try {
    return {
      ...(await firstPaint(site, browser, VISITS)),
      ...ofStorm('board', await stormOnBoard(site, browser, SECONDS)),
      unattendedShifts: (await stormUnattended(site, browser, SECONDS.unattended)).shifts,
      ...ofStorm('room', await stormInRoom(site, browser, SECONDS)),
      ...ofDelay('note', await noteToOther(site, browser, SAMPLES)),
      ...ofDelay('alert', await alertToBoard(site, browser, SAMPLES)),
    };
  } finally {
    await browser.close();
    await site.stop();
  }
};

const ofStorm = (where: string, { shifts, inpMs, interactions }: Storm): Numbers => ({
  [`${where}Shifts`]: shifts,
  [`${where}InpMs`]: inpMs,
  [`${where}Interactions`]: interactions,
});

const ofDelay = (what: string, { p50, p95 }: Delay): Numbers => ({ [`${what}P50Ms`]: p50, [`${what}P95Ms`]: p95 });

const product: Numbers[] = [];
const limits: Numbers[] = [];
for (let run = 1; run <= RUNS; run += 1) {
  limits.push(await measure(await startBarePage()));
  product.push(await measure(await startSitrepSite()));
  progress(`run ${run}: ${JSON.stringify({ limit: limits.at(-1), sitrep: product.at(-1) })}`);
}
const figures = medians(product);
const limit = medians(limits);
const ratio = Object.fromEntries(
  Object.keys(figures)
    .filter((key) => !/Shifts|Interactions|Files/.test(key))
    .map((key) => [key, rounded((figures[key] ?? Number.NaN) / (limit[key] ?? Number.NaN))]),
);
const atMost = (most: number, ...keys: readonly string[]): boolean =>
  keys.every((key) => (figures[key] ?? Infinity) <= most);
report({
  bench: 'web',
  figures,
  limit,
  ratio,
  aim: AIM,
  met: {
    bytes: atMost(200, 'firstKiB'),
    visible: atMost(600, 'boardMs', 'lcpMs'),
    interactions: atMost(100, 'boardInpMs', 'roomInpMs'),
    shifts: atMost(0.02, 'boardShifts', 'roomShifts'),
    command: atMost(100, 'noteP95Ms'),
    alert: atMost(300, 'alertP95Ms'),
  },
});

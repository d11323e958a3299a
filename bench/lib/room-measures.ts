import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { sleep } from './clock.ts';
import { quietWindow } from './quiet-window.ts';
import type { RoomSite } from './room-site.ts';
import { median, percentiles } from './statistics.ts';
import { addressOf, type BenchBrowser } from './web-browser.ts';
import { writePaced } from './writers.ts';

const IN_PAGE = fileURLToPath(new URL('room-in-page.js', import.meta.url));
export const PER_SECOND = 20;
/** Not who writes what the bench writes by itself. */
const READER = 1;
const SETTLE_MS = 1_500;
const KEY_EVERY_MS = 70;
const WHEEL_EVERY_MS = 40;
const WHEEL_PX = 300;

type Asked = {
  readonly keys: readonly number[];
  readonly frames: readonly number[];
  readonly moves: readonly number[];
  readonly newestMs: Promise<number>;
  stopped: boolean;
  watchKeys(): void;
  watchFrames(): void;
  watchRead(): void;
};
declare global {
  interface Window {
    room: Asked;
  }
}

type Under = { readonly site: RoomSite; readonly browser: BenchBrowser };

const opened = async ({ site, browser }: Under): Promise<Page> => {
  const page = await browser.open(site, READER);
  await page.addInitScript({ path: IN_PAGE });
  await page.goto(addressOf(site, site.room));
  return page;
};

/** From the beginning of the navigation until the newest entry is painted, each time at a browser that knows nothing. */
export const opens = (under: Under, visits: number): Promise<{ openMs: number; openWorstMs: number }> =>
  quietWindow(
    [under.site.pid],
    async () => {
      await under.site.write('The newest of all');
      const all: number[] = [];
      for (let visit = 0; visit < visits; visit += 1) {
        const page = await opened(under);
        all.push(await page.evaluate(() => window.room.newestMs));
        await page.context().close();
      }
      return { openMs: median(all), openWorstMs: Math.max(...all) };
    },
    () => under.browser.cpuSeconds(),
  );

/** Somebody in the room, while others write: `act` is what they do meanwhile. */
const inStorm = <Result>(under: Under, seconds: number, act: (page: Page) => Promise<Result>): Promise<Result> =>
  quietWindow(
    [under.site.pid],
    async () => {
      await under.site.write('The newest of all');
      const page = await opened(under);
      await page.evaluate(() => window.room.newestMs);
      await sleep(SETTLE_MS);
      const storm = writePaced(under.site.port, under.site.notes, {
        perSecond: PER_SECOND,
        total: PER_SECOND * seconds,
      });
      const result = await act(page);
      await storm;
      await page.context().close();
      return result;
    },
    () => under.browser.cpuSeconds(),
  );

const WORDS = 'rolled back to 77 and watching the error rate of checkout ';

/** From a key in the composer to the frame that shows its letter. */
export const typing = (under: Under, seconds: number): Promise<{ keyP50Ms: number; keyP95Ms: number }> =>
  inStorm(under, seconds, async (page) => {
    await page.getByLabel('Write on the timeline').focus();
    await page.evaluate(() => window.room.watchKeys());
    const until = performance.now() + seconds * 1_000;
    for (let n = 0; performance.now() < until; n += 1) {
      await page.keyboard.press(WORDS[n % WORDS.length] === ' ' ? 'Space' : (WORDS[n % WORDS.length] ?? 'x'));
      await sleep(KEY_EVERY_MS);
    }
    const { p50, p95 } = percentiles(Float64Array.from(await page.evaluate(() => [...window.room.keys])));
    return { keyP50Ms: p50, keyP95Ms: p95 };
  });

/** Up by steps of the wheel, through what has to be loaded, and down again. */
export const scrolling = (
  under: Under,
  seconds: number,
): Promise<{ frameP99Ms: number; frameWorstMs: number; framesOver50: number }> =>
  inStorm(under, seconds, async (page) => {
    await overLog(page);
    await page.evaluate(() => window.room.watchFrames());
    const begun = performance.now();
    while (performance.now() - begun < seconds * 1_000) {
      const down = performance.now() - begun > (seconds * 1_000 * 2) / 3;
      await page.mouse.wheel(0, down ? WHEEL_PX : -WHEEL_PX);
      await sleep(WHEEL_EVERY_MS);
    }
    const frames = await page.evaluate(() => {
      window.room.stopped = true;
      return [...window.room.frames];
    });
    const { p99, max } = percentiles(Float64Array.from(frames));
    return { frameP99Ms: p99, frameWorstMs: max, framesOver50: frames.filter((ms) => ms > 50).length };
  });

/** Somebody reads further up while others write, while something is added to the time before, and while they type. */
export const reading = (under: Under, seconds: number, addBefore: () => Promise<void>): Promise<{ movedPx: number }> =>
  inStorm(under, seconds, async (page) => {
    await overLog(page);
    for (let step = 0; step < 12; step += 1) {
      await page.mouse.wheel(0, -WHEEL_PX);
      await sleep(WHEEL_EVERY_MS * 2);
    }
    await sleep(SETTLE_MS);
    await page.evaluate(() => window.room.watchRead());
    await addBefore();
    await page.getByLabel('Write on the timeline').fill('one\ntwo\nthree\nfour');
    await sleep((seconds * 1_000) / 2);
    const moves = await page.evaluate(() => {
      window.room.stopped = true;
      return [...window.room.moves];
    });
    return { movedPx: Math.max(...moves) };
  });

const overLog = async (page: Page): Promise<void> => {
  const box = await page.getByRole('log').first().boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
};

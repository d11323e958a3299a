import type { Page } from '@playwright/test';
import { nowUs, sleep } from './clock.ts';
import { quietWindow } from './quiet-window.ts';
import { percentiles } from './statistics.ts';
import { addressOf, clockOffsetMs, type BenchBrowser } from './web-browser.ts';
import type { WebSite } from './web-site.ts';

/** Uneven on purpose, so that no sample meets the same moment of a frame or a heartbeat. */
const BETWEEN_MS = [173, 211, 257, 307];
const SETTLE_MS = 1_500;

export type Delay = { readonly p50: number; readonly p95: number };

/** One person presses Enter; how long until the other sees the note. */
export const noteToOther = (site: WebSite, browser: BenchBrowser, samples: number): Promise<Delay> =>
  quietWindow(
    [site.pid],
    async () => {
      const [writer, reader] = [await browser.open(site, 0), await browser.open(site, 1)];
      for (const page of [writer, reader]) {
        await page.goto(addressOf(site, site.room));
        await page.getByRole('log', { name: 'Timeline entries' }).getByRole('listitem').last().waitFor();
      }
      const composer = writer.getByLabel('Write on the timeline');
      const delays = await sampled(samples, async (n) => {
        const text = textOf('note', n);
        await composer.fill(`Found ${text}`);
        const [from, to] = [await clockOffsetMs(writer), await clockOffsetMs(reader)];
        await lookFor(reader, text);
        await composer.press('Enter');
        const entered = await writer.evaluate(() => window.bench.enteredMs ?? Number.NaN);
        return (await seenMs(reader)) + to - entered - from;
      });
      await Promise.all([writer, reader].map((page) => page.context().close()));
      return delays;
    },
    () => browser.cpuSeconds(),
  );

/** An alert is posted; how long until its incident is a row of the board. */
export const alertToBoard = (site: WebSite, browser: BenchBrowser, samples: number): Promise<Delay> =>
  quietWindow(
    [site.pid],
    async () => {
      const page = await browser.open(site);
      await page.goto(addressOf(site));
      await page.waitForFunction(() => window.bench.boardMs !== undefined);
      const delays = await sampled(samples, async (n) => {
        const title = textOf('Alert', n);
        const offset = await clockOffsetMs(page);
        await lookFor(page, title);
        const postedMs = nowUs() / 1e3;
        await site.openByAlert(title);
        return (await seenMs(page)) + offset - postedMs;
      });
      await page.context().close();
      return delays;
    },
    () => browser.cpuSeconds(),
  );

let windows = 0;
/** Never the same twice, and no two alike to whoever groups alerts. */
const textOf = (what: string, n: number): string => `${what} ${windows}x${n} of the bench`;

const sampled = async (samples: number, sample: (n: number) => Promise<number>): Promise<Delay> => {
  windows += 1;
  await sleep(SETTLE_MS);
  const delays: number[] = [];
  for (let n = 0; n < samples; n += 1) {
    delays.push(await sample(n));
    await sleep(BETWEEN_MS[n % BETWEEN_MS.length] ?? 0);
  }
  return percentiles(Float64Array.from(delays));
};

/** Looks when this resolves, and not before. */
const lookFor = (page: Page, text: string): Promise<void> =>
  page.evaluate((wanted) => {
    window.bench.seen = window.bench.painted(wanted);
  }, text);

const seenMs = (page: Page): Promise<number> => page.evaluate(() => window.bench.seen ?? Number.NaN);

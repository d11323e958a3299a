import { get } from 'node:http';
import type { Page } from '@playwright/test';
import type { BenchBrowser } from './web-browser.ts';
import { addressOf } from './web-browser.ts';
import { quietWindow } from './quiet-window.ts';
import { median, percentiles } from './statistics.ts';
import type { WebSite } from './web-site.ts';
import { sleep } from './clock.ts';

/** Time for what is loaded when the page is idle. */
const IDLE_MS = 6_000;
const LATER_PAINT_MS = 700;

export type FirstPaint = {
  readonly boardMs: number;
  readonly boardP95Ms: number;
  readonly firstPaintMs: number;
  readonly lcpMs: number;
  /** A second visit, with what the browser kept. */
  readonly againMs: number;
  /** JS and CSS until the rows are painted, packed by gzip as the server sends them. */
  readonly firstKiB: number;
  readonly firstFiles: number;
  readonly idleKiB: number;
  readonly idleFiles: number;
};

type Visit = { readonly boardMs: number; readonly firstPaintMs: number; readonly lcpMs: number };
type Loaded = { readonly name: string; readonly endMs: number };

/** The board in a browser that has never been there, several times. */
export const firstPaint = (site: WebSite, browser: BenchBrowser, visits: number): Promise<FirstPaint> =>
  quietWindow(
    [site.pid],
    async () => {
      const seen: Visit[] = [];
      const again: number[] = [];
      let loaded: readonly Loaded[] = [];
      for (let visit = 0; visit < visits; visit += 1) {
        const page = await browser.open(site);
        await page.goto(addressOf(site));
        seen.push(await visited(page));
        if (visit === 0) loaded = await afterIdle(page);
        await page.goto(addressOf(site));
        again.push((await visited(page)).boardMs);
        await page.context().close();
      }
      const board = seen.map(({ boardMs }) => boardMs);
      const first = loaded.filter(({ endMs }) => endMs <= (board[0] ?? 0));
      const idle = loaded.filter(({ endMs }) => endMs > (board[0] ?? 0));
      return {
        boardMs: median(board),
        boardP95Ms: percentiles(Float64Array.from(board)).p95,
        firstPaintMs: median(seen.map(({ firstPaintMs }) => firstPaintMs)),
        lcpMs: median(seen.map(({ lcpMs }) => lcpMs)),
        againMs: median(again),
        firstKiB: await packedKiB(first),
        firstFiles: first.length,
        idleKiB: await packedKiB(idle),
        idleFiles: idle.length,
      };
    },
    () => browser.cpuSeconds(),
  );

const visited = async (page: Page): Promise<Visit> => {
  await page.waitForFunction(() => window.bench.boardMs !== undefined && window.bench.lcpMs !== undefined);
  // A larger paint may follow.
  await sleep(LATER_PAINT_MS);
  return page.evaluate(() => ({
    boardMs: window.bench.boardMs ?? Number.NaN,
    lcpMs: window.bench.lcpMs ?? Number.NaN,
    firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
};

const afterIdle = async (page: Page): Promise<readonly Loaded[]> => {
  await sleep(IDLE_MS);
  return page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => /\.(js|css)$/.test(new URL(name).pathname))
      .map(({ name, responseEnd }) => ({ name, endMs: responseEnd })),
  );
};

const packedKiB = async (files: readonly Loaded[]): Promise<number> => {
  const sizes = await Promise.all(files.map(({ name }) => packedBytes(name)));
  return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1_024;
};

/** Bytes of the body on the wire for a browser that takes gzip: what every browser does without TLS. */
const packedBytes = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve(bytes));
    }).on('error', reject);
  });

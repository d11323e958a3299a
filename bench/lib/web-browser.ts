import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { browserArgs, findBrowser } from '../../scripts/lib/browser.mjs';
import { nowUs } from './clock.ts';
import { cpuSeconds } from './processes.ts';
import './web-observers.ts';
import type { WebSite } from './web-site.ts';

const IN_PAGE = fileURLToPath(new URL('in-page.js', import.meta.url));
const VIEWPORT = { width: 1440, height: 900 };
const SAMPLE_MS = 500;
const CLOCK_TRIES = 20;

type Site = Pick<WebSite, 'port' | 'cookies'>;

/** A real Chromium, and how much CPU all its processes have used, also those that have ended. */
export class BenchBrowser {
  readonly #browser: Browser;
  readonly #pid: number;
  readonly #seconds = new Map<number, number>();
  readonly #sampling: NodeJS.Timeout;

  private constructor(browser: Browser, pid: number) {
    this.#browser = browser;
    this.#pid = pid;
    this.#sampling = setInterval(() => this.#sample(), SAMPLE_MS);
  }

  static async launch(): Promise<BenchBrowser> {
    const found = await findBrowser();
    const server = await chromium.launchServer({
      executablePath: found.executablePath,
      args: browserArgs,
      env: { ...(process.env as Record<string, string>), ...found.env },
    });
    const browser = await chromium.connect(server.wsEndpoint());
    browser.once('disconnected', () => void server.kill());
    process.once('exit', () => void server.process().kill('SIGKILL'));
    return new BenchBrowser(browser, server.process().pid ?? Number.NaN);
  }

  cpuSeconds(): number {
    this.#sample();
    return [...this.#seconds.values()].reduce((sum, seconds) => sum + seconds, 0);
  }

  /** A page that knows nothing yet: no cache, no storage; one person's cookies. */
  async open(site: Site, person = 0): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: VIEWPORT, locale: 'en-GB', timezoneId: 'UTC' });
    await signIn(context, site, person);
    await context.addInitScript({ path: IN_PAGE });
    return context.newPage();
  }

  async close(): Promise<void> {
    clearInterval(this.#sampling);
    await this.#browser.close();
  }

  #sample(): void {
    for (const pid of tree(this.#pid)) {
      try {
        this.#seconds.set(pid, cpuSeconds(pid));
      } catch {
        // It ended between the two looks; what it had used is kept.
      }
    }
  }
}

const signIn = async (context: BrowserContext, site: Site, person: number): Promise<void> => {
  const [name, value] = site.cookies[person]?.split('=') ?? [];
  if (name === undefined || value === undefined) return;
  await context.addCookies([{ name, value, url: addressOf(site) }]);
};

export const addressOf = (site: Pick<Site, 'port'>, path = ''): string => `http://127.0.0.1:${site.port}${path}`;

/** What has to be added to the page's `performance.now()` (ms) to get our clock's: as found on the fastest of many ways there. */
export const clockOffsetMs = async (page: Page): Promise<number> => {
  let best = { way: Infinity, offset: Number.NaN };
  for (let attempt = 0; attempt < CLOCK_TRIES; attempt += 1) {
    const before = nowUs() / 1e3;
    const there = await page.evaluate(() => performance.now());
    const after = nowUs() / 1e3;
    if (after - before < best.way) best = { way: after - before, offset: (before + after) / 2 - there };
  }
  return best.offset;
};

/** A process and all that it started, as far as they are still there. */
const tree = (root: number): readonly number[] => {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]));
    } catch {
      continue;
    }
  }
  const belongs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || belongs(parents.get(pid)));
  return [...parents.keys()].filter((pid) => belongs(pid));
};

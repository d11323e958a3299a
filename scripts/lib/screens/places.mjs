import { cookiesBy, openContext } from './browsers.mjs';
import { failRequests } from './failing.mjs';
import { SHOP } from './table.mjs';

/**
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('@playwright/test').BrowserContext} BrowserContext
 * @typedef {import('./servers.mjs').Server} Server
 * @typedef {import('./shot.mjs').Shot} Shot
 * @typedef {Awaited<ReturnType<typeof cookiesBy>>} Cookies
 * @typedef {{ context: BrowserContext, url: string }} Place
 */

/** The moment at which the clock of the drill stands. */
const STANDS_AT = new Date('2026-05-15T16:05:00Z');

/**
 * Browsers in which pictures are taken: one for all that the same person looks at in the same state and size. Pages of one
 * browser share a window, so they have to be of one size.
 */
export class Places {
  /** @type {Map<string, Promise<BrowserContext>>} */
  #contexts = new Map();

  /**
   * @param {Browser} browser
   * @param {{ drill: Server, empty: Server }} servers
   * @param {Record<'nobody' | 'commander' | 'administrator' | 'watcher' | 'founder', Cookies>} cookies
   */
  constructor(browser, servers, cookies) {
    this.browser = browser;
    this.servers = servers;
    this.cookies = cookies;
  }

  /** @param {Browser} browser @param {{ drill: Server, empty: Server }} servers */
  static async open(browser, servers) {
    const { drill, empty } = servers;
    const [commander, administrator, watcher, founder] = await Promise.all([
      cookiesBy(browser, await drill.signIn('maya')),
      cookiesBy(browser, await drill.signIn('nils')),
      cookiesBy(browser, await drill.signIn('carla')),
      cookiesBy(browser, await empty.signIn()),
    ]);
    return new Places(browser, servers, { nobody: [], commander, administrator, watcher, founder });
  }

  /** @param {Shot} shot @returns {Promise<Place>} */
  async for({ state, way, size }) {
    const url = state === 'empty' ? this.servers.empty.url : this.servers.drill.url;
    const { as = 'commander', healthy = false, cutOff } = way;
    const open = async () => {
      const context = await this.#open(state, as, size);
      if (state === 'error' && !healthy) await failRequests(context);
      else if (state !== 'empty' && as === 'commander') await acquaint(context, url);
      return context;
    };
    // What is written there while cut off belongs to that picture alone.
    if (cutOff !== undefined) return { url, context: await open() };
    const name = [state, as, healthy, size.width].join();
    const context = this.#contexts.get(name) ?? open();
    this.#contexts.set(name, context);
    return { url, context: await context };
  }

  /** In the room of this incident nothing has happened yet. */
  async declareFresh() {
    const context = await openContext(this.browser, { cookies: this.cookies.founder });
    const answer = await context.request.post(`${this.servers.empty.url}/api/v1/commands/incident.declare`, {
      data: { title: 'Checkout fails for some' },
      headers: { 'X-Sitrep-Client': 'screens', 'Idempotency-Key': 'fresh' },
    });
    if (!answer.ok()) throw new Error(`The empty room could not be declared: ${await answer.text()}`);
    await context.close();
  }

  /**
   * @param {Shot['state']} state
   * @param {'nobody' | 'commander' | 'administrator' | 'watcher'} as
   * @param {Shot['size']} viewport
   */
  #open(state, as, viewport) {
    const cookies = this.cookies[state === 'empty' && as !== 'nobody' ? 'founder' : as];
    const stands = state === 'busy' || state === 'error';
    return openContext(this.browser, { cookies, viewport, ...(stands ? { standsAt: STANDS_AT } : {}) });
  }
}

/**
 * Has been in the room before, and is not told again what happened so far.
 * @param {BrowserContext} context
 * @param {string} url
 */
const acquaint = async (context, url) => {
  const page = await context.newPage();
  await page.goto(`${url}/incidents/${SHOP}`);
  await page.getByRole('region', { name: 'Incident', exact: true }).waitFor();
  await page.close();
};

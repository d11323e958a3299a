import { cookiesBy, openContext } from './browsers.mjs';
import { handleOf } from './drills.mjs';
import { failRequests } from './failing.mjs';
import { SHOP } from './story.mjs';

/**
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('@playwright/test').BrowserContext} BrowserContext
 * @typedef {import('./servers.mjs').Server} Server
 * @typedef {import('./shot.mjs').Shot} Shot
 * @typedef {Awaited<ReturnType<typeof cookiesBy>>} Cookies
 * @typedef {{ context: BrowserContext, url: string }} Place
 */

/** Who has been in the room before, and is not told again what happened so far. @type {readonly string[]} */
const ACQUAINTED = ['commander', 'responder', 'asked'];

/**
 * Browsers in which pictures are taken: one for all that the same person looks at in the same state and size. Pages of one
 * browser share a window, so they have to be of one size.
 */
export class Places {
  /** @type {Map<string, Promise<Place>>} */
  #places = new Map();

  /** @param {Browser} browser @param {import('./drills.mjs').Drills} drills @param {Server} empty @param {Cookies} founder */
  constructor(browser, drills, empty, founder) {
    this.browser = browser;
    this.drills = drills;
    this.empty = empty;
    this.founder = founder;
  }

  /** @param {Browser} browser @param {import('./drills.mjs').Drills} drills @param {Server} empty */
  static async open(browser, drills, empty) {
    return new Places(browser, drills, empty, await cookiesBy(browser, await empty.signIn()));
  }

  /** @param {Shot} shot @returns {Promise<Place>} */
  async for(shot) {
    const { state, way, size } = shot;
    const { as = 'commander', moment = 'middle', healthy = false, alone = false, cutOff } = way;
    // What is written there while cut off belongs to that picture alone.
    if (alone || cutOff !== undefined) return this.#open(shot);
    const name = [state, as, moment, healthy, size.width].join();
    const place = this.#places.get(name) ?? this.#open(shot);
    this.#places.set(name, place);
    return place;
  }

  /** In the room of this incident nothing has happened yet. */
  async declareFresh() {
    const context = await openContext(this.browser, { cookies: this.founder });
    const answer = await context.request.post(`${this.empty.url}/api/v1/commands/incident.declare`, {
      data: { title: 'Checkout fails for some' },
      headers: { 'X-Sitrep-Client': 'screens', 'Idempotency-Key': 'fresh' },
    });
    if (!answer.ok()) throw new Error(`The empty room could not be declared: ${await answer.text()}`);
    await context.close();
  }

  /** @param {Shot} shot @returns {Promise<Place>} */
  async #open({ state, way, size: viewport }) {
    const { as = 'commander', moment = 'middle', healthy = false } = way;
    const handle = handleOf(as);
    if (state === 'empty') {
      const cookies = handle === undefined ? [] : this.founder;
      return { url: this.empty.url, context: await openContext(this.browser, { cookies, viewport }) };
    }
    const drill = await this.drills.at(moment);
    const { url } = drill.server;
    const cookies = handle === undefined ? [] : await drill.cookiesOf(handle);
    const stands = state === 'offline' ? {} : { standsAt: drill.standsAt };
    const context = await openContext(this.browser, { cookies, viewport, ...stands });
    if (state === 'error' && !healthy) await failRequests(context);
    else if (ACQUAINTED.includes(as)) await acquaint(context, url);
    return { url, context };
  }
}

/**
 * @param {BrowserContext} context
 * @param {string} url
 */
const acquaint = async (context, url) => {
  const page = await context.newPage();
  await page.goto(`${url}/incidents/${SHOP}`);
  await page.getByRole('region', { name: 'Incident', exact: true }).waitFor();
  await page.close();
};

import path from 'node:path';
import { cookiesBy, openContext } from './browsers.mjs';
import { startDrill } from './servers.mjs';
import { MOMENTS, SEATS, timeAt } from './story.mjs';

/**
 * @typedef {import('@playwright/test').Browser} Browser
 * @typedef {import('./story.mjs').Moment} Moment
 * @typedef {import('./story.mjs').Stand} Stand
 * @typedef {Awaited<ReturnType<typeof cookiesBy>>} Cookies
 */

/** A drill that stands at a moment of the story. */
export class Drill {
  /** @type {Map<string, Promise<Cookies>>} */
  #cookies = new Map();

  /** @param {Browser} browser @param {import('./servers.mjs').Server} server @param {Date} standsAt */
  constructor(browser, server, standsAt) {
    this.browser = browser;
    this.server = server;
    this.standsAt = standsAt;
  }

  /** @param {string} handle */
  cookiesOf(handle) {
    const known = this.#cookies.get(handle);
    if (known !== undefined) return known;
    const made = this.server.signIn(handle).then((link) => cookiesBy(this.browser, link));
    this.#cookies.set(handle, made);
    return made;
  }

  /** @type {import('./story.mjs').Give} */
  give = (handle, type, input) =>
    this.#asking(handle, async (request) => {
      const answer = await request.post(`${this.server.url}/api/v1/commands/${type}`, {
        data: input,
        headers: { 'X-Sitrep-Client': 'screens', 'Idempotency-Key': `${handle}-${type}` },
      });
      if (!answer.ok()) throw new Error(`${type} by ${handle}: ${await answer.text()}`);
    });

  /** @param {string} handle @returns {Promise<string>} */
  idOf = (handle) =>
    this.#asking(handle, async (request) => {
      const answer = await request.get(`${this.server.url}/api/v1/session`);
      return (await answer.json()).me.id;
    });

  /**
   * @template Answer
   * @param {string} handle
   * @param {(request: import('@playwright/test').APIRequestContext) => Promise<Answer>} ask
   */
  async #asking(handle, ask) {
    const context = await openContext(this.browser, { cookies: await this.cookiesOf(handle) });
    try {
      return await ask(context.request);
    } finally {
      await context.close();
    }
  }
}

/** One for each moment that is asked for, each in a process of its own. */
export class Drills {
  /** @type {Map<Moment, Promise<Drill>>} */
  #drills = new Map();
  #browser;
  #start;

  /** @param {Browser} browser @param {string} dist @param {string} folder */
  constructor(browser, dist, folder) {
    this.#browser = browser;
    this.#start = (/** @type {Moment} */ moment, /** @type {number} */ minute) =>
      startDrill(dist, path.join(folder, moment), minute);
  }

  /** @param {Moment} moment @returns {Promise<Drill>} */
  at(moment) {
    const drill = this.#drills.get(moment) ?? this.#open(moment);
    this.#drills.set(moment, drill);
    return drill;
  }

  async stop() {
    const drills = await Promise.allSettled(this.#drills.values());
    const started = drills.flatMap((drill) => (drill.status === 'fulfilled' ? [drill.value] : []));
    await Promise.all(started.map(({ server }) => server.stop()));
  }

  /** @param {Moment} moment */
  async #open(moment) {
    /** @type {Stand} */
    const { minute, afterwards } = MOMENTS[moment];
    const drill = new Drill(this.#browser, await this.#start(moment, minute), timeAt(minute));
    await afterwards?.(drill.give, drill.idOf);
    return drill;
  }
}

/** @param {import('./story.mjs').Seat} seat */
export const handleOf = (seat) => (seat === 'nobody' ? undefined : SEATS[seat]);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from './browsers.mjs';
import { bringCompany } from './company.mjs';
import { Drills } from './drills.mjs';
import { Places } from './places.mjs';
import { startEmpty } from './servers.mjs';
import { openShot, take } from './shot.mjs';
import { SIZES } from './table.mjs';

/**
 * @typedef {import('./table.mjs').Screen} Screen
 * @typedef {import('./ways.mjs').State} State
 * @typedef {import('./shot.mjs').Taken} Taken
 * @typedef {import('./shot.mjs').Shot} Shot
 */

const AT_ONCE = 3;
/** Until a page without a server calls itself offline. */
const OFFLINE_AFTER_MS = 17_000;

/**
 * @param {{ screens: readonly Screen[], out: string, dist: string }} options
 * @returns {Promise<{ taken: Taken[], faults: string[] }>} faults: what could not be taken, a line each
 */
export async function takeAll({ screens, out, dist }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sitrep-screens-'));
  const [browser, empty] = await Promise.all([openBrowser(), startEmpty(dist, path.join(folder, 'empty'))]);
  const drills = new Drills(browser, dist, folder);
  /** @type {Taken[]} */
  const taken = [];
  /** @type {string[]} */
  const faults = [];
  /** @param {readonly Shot[]} shots @param {(shot: Shot) => Promise<readonly Taken[]>} work */
  const forEach = (shots, work) =>
    inParallel(shots, async (shot) => {
      // A machine with other work may be slow once; what fails twice is wrong.
      const once = () => work(shot);
      try {
        taken.push(...(await once().catch(once)));
      } catch (error) {
        faults.push(faultOf(shot, /** @type {Error} */ (error)));
      }
    });

  try {
    const places = await Places.open(browser, drills, empty);
    const middle = await drills.at('middle');
    const company = await bringCompany(browser, middle);
    /** @param {Shot} shot */
    const takeOne = async (shot) => {
      const page = await openShot(shot, await places.for(shot));
      try {
        return await take(page, shot, out);
      } finally {
        await page.close();
      }
    };
    const shots = screens.flatMap(shotsOf);
    await forEach(
      shots.filter(({ state, way }) => state !== 'offline' && way.fresh !== true),
      takeOne,
    );
    const fresh = shots.filter(({ way }) => way.fresh === true);
    if (fresh.length > 0) await places.declareFresh();
    await forEach(fresh, takeOne);

    // Last, since the server goes away for good: what is shown offline was opened before.
    const offline = shots.filter(({ state }) => state === 'offline');
    if (offline.length === 0) return { taken, faults };
    /** @type {Map<Shot, import('@playwright/test').Page>} */
    const pages = new Map();
    await forEach(offline, async (shot) => {
      pages.set(shot, await openShot(shot, await places.for(shot)));
      return [];
    });
    await company.leave();
    await middle.server.stop();
    await new Promise((resolve) => setTimeout(resolve, OFFLINE_AFTER_MS));
    await forEach([...pages.keys()], async (shot) => {
      const page = /** @type {import('@playwright/test').Page} */ (pages.get(shot));
      await shot.way.cutOff?.(page);
      return take(page, shot, out);
    });
    return { taken, faults };
  } finally {
    await browser.close();
    await Promise.all([drills.stop(), empty.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Screen} screen @returns {Shot[]} */
const shotsOf = (screen) =>
  Object.entries(screen.states).flatMap(([state, way]) =>
    SIZES.filter(({ width }) => screen.widths === undefined || screen.widths.includes(width)).map((size) => ({
      screen,
      state: /** @type {State} */ (state),
      way,
      size,
    })),
  );

/** @param {Shot} shot @param {Error} error */
const faultOf = ({ screen, state, size }, error) =>
  `${screen.name}, ${state}, ${size.width}: ${error.message.split('\n').slice(0, 3).join(' ')}`;

/**
 * @template Item
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<void>} work
 */
const inParallel = async (items, work) => {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { THEMES } from './table.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./table.mjs').Screen} Screen
 * @typedef {import('./ways.mjs').State} State
 * @typedef {{ screen: Screen, state: State, way: import('./ways.mjs').Way, size: { width: number, height: number } }} Shot
 * @typedef {{ file: string, screen: string, state: State, width: number, theme: string, bytes: number }} Taken
 */

const SHOWS_WITHIN_MS = 30_000;
/** Of Chromium's encoder: text stays clean, and all pictures together fit into the repository. */
const QUALITY = 72;

/**
 * A page that shows it.
 * @param {Shot} shot
 * @param {import('./places.mjs').Place} place
 */
export const openShot = async ({ way }, { context, url }) => {
  context.setDefaultTimeout(SHOWS_WITHIN_MS);
  const page = await context.newPage();
  await page.goto(url + way.path, { waitUntil: 'domcontentloaded' });
  await way.shows(page);
  await settled(page);
  await way.does?.(page);
  return page;
};

/**
 * In each theme.
 * @param {Page} page
 * @param {Shot} shot
 * @param {string} out
 * @returns {Promise<Taken[]>}
 */
export const take = async (page, { screen, state, size: { width, height } }, out) => {
  const devtools = await page.context().newCDPSession(page);
  const taken = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await settled(page);
    const { data } = await devtools.send('Page.captureScreenshot', {
      format: 'webp',
      quality: QUALITY,
      clip: { x: 0, y: 0, width, height, scale: 1 },
    });
    const file = `${screen.name}-${state}-${width}-${theme}.webp`;
    const picture = Buffer.from(data, 'base64');
    writeFileSync(path.join(out, file), picture);
    taken.push({ file, screen: screen.name, state, width, theme, bytes: picture.length });
  }
  await devtools.detach();
  return taken;
};

/** Fonts are there, pictures are drawn, and nothing has changed for some frames. @param {Page} page */
const settled = (page) =>
  page.evaluate(async () => {
    const FRAMES = 6;
    await document.fonts.ready;
    let still = 0;
    const watch = new MutationObserver(() => (still = 0));
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    // A page that never comes to rest is shown as it is.
    for (let frame = 0; frame < 10 * FRAMES && still < FRAMES; frame += 1) {
      await new Promise(requestAnimationFrame);
      still += 1;
    }
    watch.disconnect();
  });

import { chromium } from '@playwright/test';
import { browserArgs, findBrowser } from '../browser.mjs';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

export const openBrowser = async () => {
  const { executablePath, env } = await findBrowser();
  return chromium.launch({ executablePath, args: browserArgs, env: { ...process.env, ...env } });
};

/** Nothing moves, and no caret blinks. */
const STILL = `
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { caret-color: transparent !important; }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
`;

/** Time on the page goes a thousand times slower, so that no clock moves while pictures are taken. */
const SLOW = `
  const began = performance.now();
  const real = performance.now.bind(performance);
  performance.now = () => began + (real() - began) / 1000;
`;

/**
 * A browser of somebody's own.
 * @param {import('@playwright/test').Browser} browser
 * @param {{ cookies?: Awaited<ReturnType<BrowserContext['cookies']>>, viewport?: { width: number, height: number }, standsAt?: Date }} options
 */
export const openContext = async (browser, { cookies = [], viewport = { width: 1440, height: 900 }, standsAt }) => {
  const context = await browser.newContext({
    viewport,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  await context.addCookies(cookies);
  await context.addInitScript(STILL);
  if (standsAt !== undefined) {
    await context.clock.setFixedTime(standsAt);
    await context.addInitScript(SLOW);
  }
  return context;
};

/**
 * The cookies of somebody who has followed a link.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} link
 */
export const cookiesBy = async (browser, link) => {
  const context = await openContext(browser, {});
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('heading', { name: 'Board' }).waitFor();
  const cookies = await context.cookies();
  await context.close();
  return cookies;
};

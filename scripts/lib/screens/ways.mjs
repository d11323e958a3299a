import { SHOP } from './story.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {'empty' | 'busy' | 'error' | 'offline'} State
 * @typedef {object} Way how a screen is reached in one state
 * @property {string} path
 * @property {import('./story.mjs').Seat} [as] the commander where nothing is said
 * @property {import('./story.mjs').Moment} [moment] of the story; the middle where nothing is said
 * @property {(page: Page) => Promise<unknown>} shows resolves once it shows
 * @property {(page: Page) => Promise<unknown>} [does] what is done there first
 * @property {true} [alone] in a browser of its own, since what is done there stays on the device
 * @property {boolean} [healthy] in state `error`: the server is well, and the fault lies elsewhere
 * @property {boolean} [fresh] on the empty server once something is declared there
 * @property {(page: Page) => Promise<unknown>} [cutOff] what is done once the server is gone
 */

/** @param {string} name */
export const heading = (name) => (/** @type {Page} */ page) => page.getByRole('heading', { name }).first().waitFor();
/** @param {string | RegExp} words */
export const text = (words) => (/** @type {Page} */ page) => page.getByText(words).first().waitFor();
/** @param {string} key @param {'dialog' | 'menu'} opens */
export const press = (key, opens) => async (/** @type {Page} */ page) => {
  await page.keyboard.press(key);
  await page.getByRole(opens).first().waitFor();
};
export const failure = (/** @type {Page} */ page) => page.getByRole('button', { name: 'Try again' }).first().waitFor();
export const composer = (/** @type {Page} */ page) => page.getByRole('combobox', { name: 'Write on the timeline' });
export const room = (/** @type {Page} */ page) => page.getByRole('region', { name: 'Incident', exact: true }).waitFor();

/** @param {string | RegExp} name */
export const tab = (name) => async (/** @type {Page} */ page) => {
  await room(page);
  await page.getByRole('tab', { name }).click();
};

/** @param {string} path @param {(page: Page) => Promise<unknown>} shows @param {Partial<Way>} [more] @returns {Way} */
export const at = (path, shows, more = {}) => ({ path, shows, ...more });

export const inShop = `/incidents/${SHOP}`;

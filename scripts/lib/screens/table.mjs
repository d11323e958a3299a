import { RESPONSE } from './table-of-response.mjs';
import { SHOP } from './story.mjs';
import { at, composer, failure, heading, inShop, press, room, tab, text } from './ways.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./ways.mjs').State} State
 * @typedef {import('./ways.mjs').Way} Way
 * @typedef {{ name: string, title: string, widths?: readonly number[], states: Partial<Record<State, Way>> }} Screen
 */

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];
/** A wall screen has a theme of its own; there is none yet. */
export const THEMES = /** @type {const} */ (['light', 'dark']);
/** Of the empty server: declared a moment ago. */
const FRESH = 'INC-2026-0001';
const NARROW = [390];

const unsent = async (/** @type {Page} */ page) => {
  for (const note of ['Breaker for orders is next, Nils has it ready.', 'Pool at 121 of 150.']) {
    await composer(page).fill(note);
    await page.keyboard.press('Enter');
  }
};

/** One line per screen. @type {readonly Screen[]} */
export const SCREENS = [
  {
    name: 'board',
    title: 'Board',
    states: {
      empty: at('/', heading('Board'), { as: 'administrator' }),
      busy: at('/', text(SHOP)),
      error: at('/', heading('Board')),
      offline: at('/', text(SHOP)),
    },
  },
  {
    name: 'room',
    title: 'Room',
    states: {
      empty: at(`/incidents/${FRESH}`, room, { as: 'administrator', fresh: true }),
      busy: at(inShop, room),
      error: at('/incidents/INC-2026-9999', heading('There is no such incident'), { healthy: true }),
      offline: at(inShop, room, { cutOff: unsent }),
    },
  },
  {
    name: 'newcomer',
    title: 'Room, for who comes to it',
    states: { busy: at(inShop, text('What happened so far'), { as: 'watcher' }) },
  },
  { name: 'room-failed', title: 'Room that cannot be loaded', states: { error: at(inShop, text(/onnecting/)) } },
  { name: 'room-now', title: 'Room, tab Now', widths: NARROW, states: { busy: at(inShop, tab('Now')) } },
  { name: 'room-work', title: 'Room, tab Work', widths: NARROW, states: { busy: at(inShop, tab('Work')) } },
  {
    name: 'palette',
    title: 'Palette',
    states: { busy: at(inShop, room, { does: press('ControlOrMeta+k', 'dialog') }) },
  },
  {
    name: 'declare',
    title: 'Declare',
    states: {
      busy: at('/', text(SHOP), { does: press('c', 'dialog') }),
      offline: at('/', text(SHOP), { does: press('c', 'dialog') }),
    },
  },
  {
    name: 'quick-entry',
    title: 'Commands while writing',
    states: { busy: at(inShop, room, { does: (page) => composer(page).fill('/') }) },
  },
  {
    name: 'severity-menu',
    title: 'Severity menu',
    states: {
      busy: at(inShop, room, {
        does: (page) =>
          page
            .getByRole('button', { name: /^Severity SEV\d/ })
            .first()
            .click(),
      }),
    },
  },
  {
    name: 'keys',
    title: 'Keys',
    states: { busy: at(inShop, room, { does: press('?', 'dialog') }) },
  },
  {
    name: 'alerts',
    title: 'Alerts',
    states: {
      empty: at('/alerts', heading('Alerts'), { as: 'administrator' }),
      busy: at('/alerts', text('primary-database')),
      error: at('/alerts', heading('Alerts')),
      offline: at('/alerts', text('primary-database')),
    },
  },
  {
    name: 'history',
    title: 'History',
    states: {
      empty: at('/history', heading('History'), { as: 'administrator' }),
      busy: at('/history', text('INC-2026-0001')),
      error: at('/history', failure),
    },
  },
  {
    name: 'people',
    title: 'People',
    states: {
      empty: at('/people', heading('People'), { as: 'administrator' }),
      busy: at('/people', text('Priya Raman'), { as: 'administrator' }),
      error: at('/people', heading('People')),
    },
  },
  {
    name: 'integrations',
    title: 'Integrations',
    states: {
      empty: at('/settings/integrations', heading('Integrations'), { as: 'administrator' }),
      busy: at('/settings/integrations', text('Night jobs'), { as: 'administrator' }),
      error: at('/settings/integrations', heading('Integrations')),
    },
  },
  {
    name: 'keyboard',
    title: 'Keyboard settings',
    states: { busy: at('/settings/keyboard', heading('Keyboard')) },
  },
  {
    name: 'sign-in',
    title: 'Signed out, and a link that was used',
    states: {
      empty: at('/', text('sign'), { as: 'nobody' }),
      error: at('/sign-in#token=used-already-used-already-used-already', text('no longer works'), { as: 'nobody' }),
    },
  },
  {
    name: 'past-board',
    title: 'Board of the past',
    states: { busy: at('/?at=2026-05-15T15:40:00Z', text(SHOP)) },
  },
  {
    name: 'past-room',
    title: 'Room of the past',
    states: { busy: at(`${inShop}?at=2026-05-15T15:40:00Z`, text(SHOP)) },
  },
  ...RESPONSE,
];

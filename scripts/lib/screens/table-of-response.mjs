import { SHOP } from './story.mjs';
import { at, heading, inShop, press, room, tab, text } from './ways.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./ways.mjs').Way} Way
 */

const WIDE = [1440];
const NARROW = [390];
const BOTH = [...WIDE, ...NARROW];

/** @param {Way['does']} does @param {Partial<Way>} [more] @returns {Way} */
const amidChanges = (does, more = {}) => at(inShop, room, { moment: 'changes', ...(does ? { does } : {}), ...more });

/** On a phone the work has a tab of its own. */
const showWork = async (/** @type {Page} */ page) => {
  const work = page.getByRole('tab', { name: /^Work/ });
  if (await work.isVisible()) await work.click();
};

/** @param {string} name of a part of the work */
const showPart = (name) => async (/** @type {Page} */ page) => {
  const part = page.getByRole('region', { name, exact: true });
  await part.evaluate((element) => element.scrollIntoView({ block: 'start' }));
};

const dialog = (/** @type {Page} */ page) => page.getByRole('dialog');

const propose = async (/** @type {Page} */ page) => {
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await dialog(page).getByLabel('What is to be done?').fill('Half of the retries of the gateway');
  await dialog(page).getByLabel('Services').fill('api-gateway');
  await dialog(page).getByLabel('Expected signal').fill('Waiting on the primary falls below 100');
};

const approve = async (/** @type {Page} */ page) => {
  await page.keyboard.press('m');
  await page
    .getByRole('article', { name: /Purge the session cache/ })
    .and(page.locator(':focus'))
    .waitFor();
  await press('a', 'dialog')(page);
};

const showLedger = async (/** @type {Page} */ page) => {
  await page.getByRole('button', { name: 'More about mitigations' }).click();
  await page.getByRole('menuitem', { name: 'All mitigations' }).click();
  await dialog(page).getByRole('table').waitFor();
};

const testHypothesis = async (/** @type {Page} */ page) => {
  const suspected = page.getByRole('region', { name: 'Hypotheses' }).getByRole('listitem');
  await suspected
    .filter({ hasText: 'Sessions are written twice' })
    .getByRole('button', { name: /^H\d+: actions$/ })
    .click();
  await page.getByRole('menuitem', { name: 'Test it…' }).click();
  await dialog(page).getByLabel('What to check').fill('Writes for each sign-in, before Tuesday and since');
};

const handOver = async (/** @type {Page} */ page) => {
  await press('Shift+I', 'dialog')(page);
  await dialog(page).getByPlaceholder('Find a person').fill('tomas');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('radio', { name: /Tomás/ }).and(page.locator(':checked')).waitFor();
};

const writeForCustomers = async (/** @type {Page} */ page) => {
  await press('Shift+U', 'dialog')(page);
  await dialog(page)
    .getByRole('textbox', { name: 'What customers read' })
    .fill('Many of you cannot sign in. We change user-authentication; it should be fixed within 15 minutes.');
  await dialog(page).getByText('promises a time').waitFor();
};

const relate = async (/** @type {Page} */ page) => {
  await page.getByRole('button', { name: 'Relate another incident' }).click();
  await dialog(page).getByLabel('The other incident').fill('i');
};

/** @param {string} section @param {string} title */
const settings = (section, title) => ({
  name: `settings-${section}`,
  title: `Settings, ${title.toLowerCase()}`,
  widths: WIDE,
  states: { busy: at(`/settings/response/${section}`, heading(title), { as: 'administrator' }) },
});

/** Of the command of an incident: mostly at one width, since there are so many. @type {import('./table.mjs').Screen[]} */
export const RESPONSE = [
  {
    name: 'room-proposals',
    title: 'Room, proposals wait for a decision',
    widths: BOTH,
    states: { busy: at(inShop, room, { moment: 'proposals', does: showWork }) },
  },
  {
    name: 'room-responder',
    title: 'Room, for a responder',
    widths: WIDE,
    states: { busy: at(inShop, room, { moment: 'proposals', as: 'responder' }) },
  },
  { name: 'room-changes', title: 'Room, changes under way', widths: WIDE, states: { busy: amidChanges(undefined) } },
  {
    name: 'board-offered',
    title: 'Board, for who is asked to take command',
    widths: WIDE,
    states: { busy: at('/', text(SHOP), { moment: 'offered', as: 'responder' }) },
  },
  { name: 'propose', title: 'Propose a mitigation', widths: WIDE, states: { busy: amidChanges(propose) } },
  { name: 'approve', title: 'Approve what collides', widths: WIDE, states: { busy: amidChanges(approve) } },
  { name: 'ledger', title: 'All mitigations', widths: WIDE, states: { busy: amidChanges(showLedger) } },
  {
    name: 'hypothesis-test',
    title: 'Test a hypothesis',
    widths: WIDE,
    states: { busy: amidChanges(testHypothesis, { as: 'responder' }) },
  },
  { name: 'hand-over', title: 'Hand over command', widths: WIDE, states: { busy: amidChanges(handOver) } },
  { name: 'clocks', title: 'Clocks', widths: BOTH, states: { busy: amidChanges(press('d', 'dialog')) } },
  {
    name: 'update-internal',
    title: 'Write an internal update',
    widths: WIDE,
    states: { busy: amidChanges(press('u', 'dialog'), { alone: true }) },
  },
  {
    name: 'update-public',
    title: 'Write a public update',
    widths: BOTH,
    states: { busy: amidChanges(writeForCustomers, { alone: true }) },
  },
  {
    name: 'update-approval',
    title: 'Approve a public update',
    widths: WIDE,
    states: { busy: at(inShop, room, { moment: 'approval', does: showPart('Updates') }) },
  },
  {
    name: 'tasks',
    title: 'Tasks and checklists',
    widths: WIDE,
    states: { busy: amidChanges(showPart('Tasks'), { as: 'asked' }) },
  },
  { name: 'relate', title: 'Relate another incident', widths: WIDE, states: { busy: amidChanges(relate) } },
  {
    name: 'room-updates',
    title: 'Room, tab Updates',
    widths: NARROW,
    states: { busy: at(inShop, tab('Updates'), { moment: 'changes' }) },
  },
  settings('severities', 'Severities'),
  settings('watchdogs', 'Watchdogs'),
  settings('checklists', 'Checklists'),
  settings('templates', 'Update templates'),
];

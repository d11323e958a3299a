import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import type { Person } from './support/person.ts';

const COLOURS = ['color-contrast', 'link-in-text-block'];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const expectNoBarriers = async (page: Page, what: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(COLOURS)).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
};

type NewPerson = (name: string, handle: string, role: 'commander') => Promise<Person>;

const inRoom = async (person: NewPerson) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { key } = await ana.declares('Checkout answers with errors', { severity: 2 });
  const room = await ana.opensRoom(key);
  return { ana, room, page: ana.page, keyboard: ana.page.keyboard };
};

test('[UI-6] What I open gives the focus back to where it was', async ({ person }) => {
  const { page, room, keyboard } = await inRoom(person);
  const menu = page.getByRole('menu', { name: 'Severity SEV2: change' });

  await test.step('to the button, when nothing had it before', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await keyboard.press('s');
    await expect(page.getByRole('menuitemradio', { name: /^SEV2/ })).toBeFocused();
    await keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(room.severity).toBeFocused();
  });

  await test.step('to what had it, when a key opened it from elsewhere', async () => {
    await room.status.focus();
    await keyboard.press('s');
    await expect(menu).toBeVisible();
    await keyboard.press('Escape');
    await expect(room.status).toBeFocused();
  });

  await test.step('through the menu that a dialog came from', async () => {
    await room.severity.click();
    await page.getByRole('menuitemradio', { name: /^SEV3/ }).click();
    const reason = page.getByRole('dialog');
    await expect(reason.getByRole('textbox')).toBeFocused();
    await keyboard.press('Escape');
    await expect(reason).toBeHidden();
    await expect(room.severity).toBeFocused();
  });

  await test.step('but does not call me back from where I went', async () => {
    await room.status.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await room.composer.click();
    await expect(page.getByRole('menu')).toBeHidden();
    await expect(room.composer).toBeFocused();
  });
});

test('[UI-7] Escape closes one layer at a time, and leaves me in the room', async ({ person }) => {
  const { page, room, keyboard } = await inRoom(person);
  const address = page.url();

  await room.role('Incident Commander').click();
  const editor = page.getByRole('dialog', { name: /^Incident Commander/ });
  await expect(editor).toBeVisible();
  await keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await expect(room.role('Incident Commander')).toBeFocused();
  expect(page.url()).toBe(address);

  await keyboard.press('c');
  const declare = page.getByRole('dialog', { name: 'Declare an incident' });
  await expect(page.getByLabel('What is broken?')).toBeFocused();

  await test.step('[UI-9] a press beside a dialog loses nothing', async () => {
    await keyboard.type('Half a sentence');
    await page.mouse.click(8, 8);
    await expect(page.getByLabel('What is broken?')).toHaveValue('Half a sentence');
  });
  await test.step('[UI-10] keys of the page are at rest below it', async () => {
    await declare.getByRole('button', { name: 'Close' }).focus();
    await keyboard.press('s');
    await expect(page.getByRole('menu')).toHaveCount(0);
  });
  await keyboard.press('Escape');
  await expect(declare).toBeHidden();
  expect(page.url()).toBe(address);
  await expect(room.role('Incident Commander')).toBeFocused();
});

test('[KEY-16] What a menu opens by a click is where I type', async ({ person }) => {
  const { room, keyboard } = await inRoom(person);
  await room.composer.fill('Rolling back to 77');
  await keyboard.press('Enter');
  await room.entry('Rolling back to 77').hover();
  await room
    .entry('Rolling back to 77')
    .getByRole('button', { name: /^Entry of/ })
    .click();
  await room.chooses('Edit');
  await expect(room.log.getByRole('textbox', { name: 'Text' })).toBeFocused();
  await keyboard.press('End');
  await keyboard.type(', then 76');
  await keyboard.press('Control+Enter');
  await expect(room.entry('Rolling back to 77, then 76')).toBeVisible();
});

test('[UI-8] In a menu I type what I want, or press its key', async ({ person }) => {
  const { page, room, keyboard } = await inRoom(person);

  await room.status.click();
  await expect(page.getByRole('menuitemradio', { name: /^Detected/ })).toBeFocused();
  await keyboard.type('res');
  await expect(page.getByRole('menuitemradio', { name: /^Resolved/ })).toBeFocused();
  await keyboard.press('Home');
  await expect(page.getByRole('menuitemradio', { name: /^Detected/ })).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitemradio', { name: /^Resolved/ })).toBeFocused();
  await keyboard.press('Escape');

  await keyboard.press('s');
  await expect(page.getByRole('menuitemradio', { name: /^SEV2/ })).toBeFocused();
  await keyboard.press('1');
  await expect(room.severity).toHaveAccessibleName('Severity SEV1: change');
  await expect(page.getByRole('menu')).toBeHidden();
});

test('[UI-12] A message waits while I am at it', async ({ person }) => {
  const { ana, page, room, keyboard } = await inRoom(person);
  await page.clock.install();
  await ana.goto(new URL(page.url()).pathname);
  await room.status.focus();
  const messages = page.getByRole('region', { name: 'Messages' });

  await test.step('[UI-14] read out by a region that was there before', async () => {
    await page.evaluate(() => {
      for (const region of document.querySelectorAll('[aria-live]')) region.setAttribute('data-before', '');
    });
    await keyboard.press('b');
    await expect(messages).toBeVisible();
    const spoken = page
      .locator('[aria-live="polite"][data-before]')
      .filter({ hasText: 'Checkout answers with errors' });
    await expect(spoken).toHaveCount(1);
  });
  await test.step('under the pointer', async () => {
    await messages.hover();
    await page.clock.runFor(20_000);
    await expect(messages).toBeVisible();
  });
  await test.step('with the focus in it, where F6 goes and comes back from', async () => {
    await room.composer.focus();
    await keyboard.press('F6');
    await expect(messages.getByRole('button', { name: 'Dismiss' })).toBeFocused();
    await page.mouse.move(4, 4);
    await page.clock.runFor(20_000);
    await expect(messages).toBeVisible();
    await keyboard.press('F6');
    await expect(room.composer).toBeFocused();
  });
  await test.step('and then it goes, and leaves me where I am', async () => {
    await page.clock.runFor(10_000);
    await expect(messages).toBeHidden();
    await expect(room.composer).toBeFocused();
  });
});

test('[UI-15] A message does not lie on what I write', async ({ person }) => {
  const { page, room, keyboard } = await inRoom(person);
  await page.setViewportSize({ width: 390, height: 700 });
  const messages = page.getByRole('region', { name: 'Messages' });
  await keyboard.press('b');
  await messages.hover();
  const gap = (): Promise<number> =>
    page.evaluate(() => {
      const [message, field] = ['[data-toasts]', 'main form textarea'].map((selector) =>
        document.querySelector(selector)?.getBoundingClientRect(),
      );
      return (message?.top ?? -1) < 0 ? -1 : (field?.top ?? 0) - (message?.bottom ?? Infinity);
    });
  await expect.poll(gap).toBeGreaterThanOrEqual(0);
  await room.composer.evaluate((field) => (field as HTMLElement).focus());
  await expect.poll(gap).toBeGreaterThanOrEqual(0);
});

test('[UI-16] A tooltip comes with the focus and goes with Escape', async ({ person }) => {
  const { page, room, keyboard } = await inRoom(person);
  const tooltip = page.locator('[data-base-ui-portal]').getByText('Severity SEV2: change');
  // What shows tooltips comes after the room.
  await expect(async () => {
    await room.severity.focus();
    await keyboard.press('Tab');
    await keyboard.press('Shift+Tab');
    await expect(room.severity).toBeFocused();
    await expect(tooltip).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await keyboard.press('Escape');
  await expect(tooltip).toBeHidden();
  await expect(room.severity).toBeFocused();
});

test('[UI-3] [UI-4] The next page comes as I chose it, from its first byte', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page } = ana;
  const root = page.locator('html');
  for (const choice of ['Dark', 'Compact']) {
    await page.getByRole('button', { name: 'You: Ana' }).click();
    await page.getByRole('menuitemradio', { name: choice }).click();
  }
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-density', 'compact');
  await expect(page.locator('meta[name="theme-color"][media="all"]')).toHaveAttribute('data-scheme', 'dark');

  const html = await (await ana.context.request.get(`${ana.address}/`)).text();
  expect(html).toContain('data-theme="dark" data-density="compact"');
  expect(html).toContain('data-scheme="dark" media="all"');
  await page.reload();
  await expect(root).toHaveCSS('color-scheme', 'dark');
});

test('[UI-18] Nobody is kept out of what opens', async ({ person }) => {
  test.slow();
  const { page, room, keyboard } = await inRoom(person);

  await room.severity.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectNoBarriers(page, 'menu');
  await keyboard.press('Escape');

  await room.role('Incident Commander').click();
  await expect(page.getByRole('dialog', { name: /^Incident Commander/ })).toBeVisible();
  await expectNoBarriers(page, 'popover');
  await keyboard.press('Escape');

  await keyboard.press('b');
  const messages = page.getByRole('region', { name: 'Messages' });
  await messages.hover();
  await expectNoBarriers(page, 'message');

  await keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Declare an incident' })).toBeVisible();
  await expectNoBarriers(page, 'dialog');
});

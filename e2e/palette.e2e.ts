import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { forbidMouse, tabTo } from './support/keyboard-only.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and do' });
const line = (page: Page) => palette(page).getByRole('combobox');
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name });

const opens = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(line(page)).toBeFocused();
};

const highlighted = (page: Page) => palette(page).locator('[data-highlighted]');

test('[KEY-23] I change the severity from the palette, step by step, and lowering asks me why', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { page } = ana;
  await forbidMouse(page);
  const { key } = await ana.declares('Checkout answers with errors', { severity: 1 });
  const room = await ana.opensRoom(key);

  await opens(page);
  await page.keyboard.type('change the sev');
  await expect(highlighted(page)).toContainText('Change the severity');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveAccessibleName('Which severity?');
  await expect(option(page, /^SEV1/)).toContainText('So it is now');
  await page.keyboard.type('sev3');
  await expect(highlighted(page)).toContainText('Degraded');
  await page.keyboard.press('Enter');
  const reason = palette(page).getByRole('textbox', { name: 'For what reason?' });
  await expect(reason).toBeFocused();
  await page.keyboard.type('Only a few users');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
  await expect(room.severity).toHaveAccessibleName('Severity SEV3: change');
  await expect(room.entry('Only a few users')).toBeVisible();

  await test.step('an answer can be typed together with its command', async () => {
    await opens(page);
    await page.keyboard.type('severity sev1');
    await expect(highlighted(page)).toContainText('Change the severity: SEV1');
    await page.keyboard.press('Enter');
    await expect(room.severity).toHaveAccessibleName('Severity SEV1: change');
  });

  await test.step('Escape goes one step back, then closes, and the focus is where it was', async () => {
    await page.keyboard.press('n');
    await opens(page);
    await page.keyboard.type('take a role');
    await page.keyboard.press('Enter');
    await expect(line(page)).toHaveAccessibleName('Which role?');
    await page.keyboard.press('Escape');
    await expect(line(page)).toHaveAccessibleName('Search and do');
    await page.keyboard.press('Escape');
    await expect(palette(page)).toBeHidden();
    await expect(room.composer).toBeFocused();
  });
});

test('[KEY-22] [KEY-25] from anywhere I reach incidents, people and screens, also closed ones', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page } = ana;
  await forbidMouse(page);
  const closed = await ana.declares('Certificate has run out');
  await ana.command('incident.close', { incidentId: closed.id, as: 'false-alarm', reason: 'It had not' });
  const open = await ana.declares('Checkout answers with errors', { services: ['checkout'] });
  await expect(ana.row('Checkout answers with errors')).toBeVisible();

  await test.step('by number, also what is not on the board', async () => {
    await opens(page);
    await page.keyboard.type('1');
    await expect(highlighted(page)).toContainText(`Open ${closed.key}`);
    await page.keyboard.press('Enter');
    await expect(ana.room.header).toContainText('Certificate has run out');
  });

  await test.step('by words, while typing in a field', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.keyboard.press('/');
    await opens(page);
    await page.keyboard.type('certif');
    await expect(option(page, /^Certificate has run out/)).toBeVisible();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('chekout');
    await expect(highlighted(page)).toContainText('Checkout answers with errors');
    await page.keyboard.press('Enter');
    await expect(ana.room.header).toContainText(open.key);
  });

  await test.step('a person, and what can be done with them', async () => {
    await opens(page);
    await page.keyboard.type('ana');
    await expect(highlighted(page)).toContainText('@ana');
    await page.keyboard.press('Enter');
    await expect(option(page, /^Give a role to somebody/)).toBeVisible();
    await page.keyboard.type('give a role');
    await page.keyboard.press('Enter');
    await page.keyboard.type('scribe');
    await page.keyboard.press('Enter');
    await expect(ana.room.role('Scribe')).toHaveAccessibleName('Scribe: Ana');
  });

  await test.step('a screen', async () => {
    await opens(page);
    await page.keyboard.type('keyboard');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Keyboard', exact: true })).toBeVisible();
  });

  await test.step('what I chose comes first the next time', async () => {
    await opens(page);
    await expect(palette(page).getByRole('group').first()).toContainText('Keyboard settings');
  });
});

test('[KEY-12] [KEY-13] [KEY-26] [KEY-27] I type at once, and what nothing is called becomes an entry only if I say so', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page } = ana;
  await forbidMouse(page);
  await ana.declares('Certificate has run out');
  const { key } = await ana.declares('Checkout answers with errors', { severity: 2 });
  const room = await ana.opensRoom(key);

  await test.step('right after the page has come, the letters follow the key without a pause', async () => {
    await page.reload();
    await expect(room.severity).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sev 1');
    await expect(line(page)).toHaveValue('sev 1');
    await expect(highlighted(page)).toContainText('Change the severity: SEV1');
    await page.keyboard.press('Enter');
    await expect(room.severity).toHaveAccessibleName('Severity SEV1: change');
  });

  await test.step('the same in a dialog', async () => {
    await page.reload();
    await expect(room.severity).toBeVisible();
    await page.keyboard.press('c');
    await page.keyboard.type('Login is slow');
    await expect(page.getByLabel('What is broken?')).toHaveValue('Login is slow');
    await page.keyboard.press('Control+Enter');
    await expect(room.header).toContainText('Login is slow');
    await expect(page.locator('#main')).toBeFocused();
  });

  const address = page.url();
  await test.step('what nothing matches is written only where I choose it', async () => {
    await opens(page);
    await page.keyboard.type('zzqx rolled back');
    await expect(option(page, 'Write as Note: zzqx rolled back')).toBeVisible();
    await expect(highlighted(page)).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(line(page)).toHaveValue('zzqx rolled back');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(room.entry('zzqx rolled back')).toBeVisible();
    expect(page.url()).toBe(address);
  });

  await test.step('a command together with its text', async () => {
    await opens(page);
    await page.keyboard.type('service redis');
    await expect(highlighted(page)).toContainText('Add “redis”');
    await page.keyboard.press('Escape');
    await opens(page);
    await page.keyboard.type('invite');
    await expect(highlighted(page)).toContainText('People');
    await page.keyboard.press('Escape');
  });

  await test.step('Escape after all that leaves me in the room', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(room.header).toContainText('Login is slow');
    expect(page.url()).toBe(address);
  });
});

test('[KEY-24] what I may not do says who may, and is not done', async ({ person }) => {
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ben.declares('Checkout answers with errors');
  const vera = await person('Vera', 'vera', 'viewer');
  const { page } = vera;
  await vera.opensRoom(key);
  await opens(page);
  await page.keyboard.type('change the severity');
  const change = option(page, /^Change the severity.*This is for responders/);
  await expect(change.first()).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveValue('change the severity');
});

test('[KEY-20] the palette has no barrier that axe finds, at a desk and on a phone', async ({ person }) => {
  test.slow();
  const ana = await person('Ana', 'ana', 'responder');
  const { page } = ana;
  for (const [width, colorScheme] of [
    [1440, 'light'],
    [390, 'dark'],
    [320, 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await opens(page);
    await page.keyboard.type('a');
    await expect(highlighted(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.keyboard.press('Escape');
  }
});

test('[KEY-6] [KEY-7] [KEY-11] I move a key, use it, and switch single letters off', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { page } = ana;
  const { keyboard } = page;
  await forbidMouse(page);
  await keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await tabTo(page, list.getByRole('link', { name: /^Change keys/ }));
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Keyboard', exact: true })).toBeVisible();

  await test.step('a key that is taken is refused, with the name of who has it', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Change the key: Declare an incident' }));
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Press the new keys: Declare an incident' })).toBeFocused();
    await keyboard.press('i');
    await expect(page.getByText('Taken: Take command')).toBeVisible();
    await keyboard.press('Backspace');
    await keyboard.press('q');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Change the key: Declare an incident' })).toBeFocused();
  });

  await test.step('the new key works, the old one does nothing', async () => {
    await keyboard.press('c');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await keyboard.press('q');
    await expect(page.getByRole('dialog', { name: 'Declare an incident' })).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('without single letters only keys with a modifier work, and the list says so', async () => {
    await tabTo(page, page.getByRole('checkbox', { name: /^Single letters/ }), 'Shift+Tab');
    await keyboard.press('Space');
    await page.reload();
    await expect(page.getByRole('checkbox', { name: /^Single letters/ })).not.toBeChecked();
    await keyboard.press('q');
    await keyboard.press('?');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await opens(page);
    await keyboard.type('show the keys');
    await keyboard.press('Enter');
    await expect(list).toContainText('Single letters and signs are switched off on this device.');
    await expect(list).toContainText('(switched off)');
    await keyboard.press('Escape');
  });
});

test('[KEY-1] [KEY-11] [KEY-14] the list names the keys of the screen, and no others', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { page } = ana;
  const { key } = await ana.declares('Checkout answers with errors');
  await expect(ana.row('Checkout answers with errors')).toBeVisible();
  const list = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('?');
  await expect(list).toContainText('Next row');
  await expect(list).not.toContainText('Change severity');
  await page.keyboard.press('Escape');
  await ana.opensRoom(key);
  await page.keyboard.press('?');
  await expect(list).toContainText('Change severity');
  await expect(list).toContainText('Open the actions of an entry');
  await expect(list).not.toContainText('Sort the rows anew');
});

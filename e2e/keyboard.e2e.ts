import { expect, test } from './fixtures/test.ts';
import type { Locator } from '@playwright/test';
import { forbidMouse, tabTo } from './support/keyboard-only.ts';

test('[JRN-80] I lead an incident from sign-in to its end with the keyboard alone', async ({ sitrep, stranger }) => {
  const somebody = await stranger();
  const { page, room } = somebody;
  const { keyboard } = page;
  await forbidMouse(page);
  await page.goto(sitrep.signInLink);
  await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();

  await test.step('declare', async () => {
    await keyboard.press('c');
    await expect(page.getByLabel('What is broken?')).toBeFocused();
    await keyboard.type('Checkout answers with errors');
    await keyboard.press('Control+Enter');
    await expect(room.header).toContainText('Checkout answers with errors');
  });

  await test.step('take command', async () => {
    await keyboard.press('i');
    await expect(room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Administrator');
  });

  await test.step('change the severity', async () => {
    await keyboard.press('s');
    const current = page.getByRole('menuitemradio', { name: /^SEV2/ });
    await expect(current).toBeFocused();
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await expect(room.severity).toHaveAccessibleName('Severity SEV1: change');
  });

  await test.step('write', async () => {
    await keyboard.press('n');
    await expect(room.composer).toBeFocused();
    await keyboard.type('Rolling back to 77');
    await keyboard.press('Enter');
    await expect(room.entry('Rolling back to 77')).toBeVisible();
    await keyboard.press('Escape');
    await expect(room.composer).not.toBeFocused();
  });

  await test.step('pin what was written, by its menu', async () => {
    const menu = room.entry('Rolling back to 77').getByRole('button', { name: /^Entry of/ });
    await keyboard.press('n');
    await tabTo(page, menu, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Pin as key event' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Key events' })).toContainText('Rolling back to 77');
  });

  await test.step('resolve', async () => {
    await tabTo(page, room.status, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitemradio', { name: /^Detected/ })).toBeFocused();
    await keyboard.press('End');
    await expect(page.getByRole('menuitemradio', { name: /^Resolved/ })).toBeFocused();
    await keyboard.press('Enter');
    await expect(room.status).toHaveAccessibleName('Status Resolved: change');
  });

  await test.step('close', async () => {
    await tabTo(page, page.getByRole('button', { name: 'More', exact: true }));
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await keyboard.press('c');
    await expect(page.getByRole('menuitem', { name: 'Close the incident…' })).toBeFocused();
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Close INC/ });
    await tabTo(page, dialog.getByLabel('Reason'));
    await keyboard.type('Rolled back');
    await tabTo(page, dialog.getByRole('button', { name: 'Close the incident' }));
    await keyboard.press('Enter');
    await expect(page.getByText('Completed: Rolled back')).toBeVisible();
  });

  await test.step('and find it again', async () => {
    await keyboard.press('g');
    await keyboard.press('h');
    await expect(page.getByRole('list', { name: 'Closed incidents' })).toContainText('Checkout answers with errors');
  });
});

test('[JRN-81] I ask which keys there are, and leave the list with Escape to where I was', async ({ person }) => {
  const { page } = await person('Ana', 'ana', 'responder');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toContainText('Declare an incident');
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Declare an incident' })).toBeVisible();
});

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

test('[A11Y-9] [KEY-15] I write, edit, retract and restore a note, and find the way by the palette, without a mouse', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page, room } = ana;
  const { keyboard } = page;
  const { key } = await ana.declares('Checkout answers with errors');
  await forbidMouse(page);
  await ana.goto('/');
  await expect(ana.row('Checkout answers with errors')).toBeVisible();

  await test.step('into the room by the palette', async () => {
    await keyboard.press('Control+k');
    const line = page.getByRole('combobox', { name: 'Search and do' });
    await expect(line).toBeFocused();
    await keyboard.type(key);
    await expect(page.locator('[role=option][data-highlighted]')).toContainText('Checkout answers with errors');
    await keyboard.press('Enter');
    await expect(room.header).toContainText(key);
  });

  await test.step('write', async () => {
    await keyboard.press('n');
    await expect(room.composer).toBeFocused();
    await keyboard.type('Rolling back to 77');
    await keyboard.press('Enter');
    await expect(room.entry('Rolling back to 77')).toBeVisible();
  });

  const choose = async (entry: Locator, item: string): Promise<void> => {
    await keyboard.press('n');
    await expect(room.composer).toBeFocused();
    await tabTo(page, entry.getByRole('button', { name: /^Entry of .*: actions$/ }), 'Shift+Tab');
    await keyboard.press('Enter');
    const wanted = page.getByRole('menuitem', { name: item });
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    for (let step = 0; step < 8 && !(await isFocused(wanted)); step += 1) await keyboard.press('ArrowDown');
    await expect(wanted).toBeFocused();
    await keyboard.press('Enter');
  };

  await test.step('edit', async () => {
    await choose(room.entry('Rolling back to 77'), 'Edit');
    const text = room.log.getByRole('textbox', { name: 'Text' });
    await expect(text).toBeFocused();
    await keyboard.press('Control+a');
    await keyboard.type('Rolling back to 76');
    await keyboard.press('Control+Enter');
    await expect(room.entry('Rolling back to 76')).toBeVisible();
  });

  await test.step('retract', async () => {
    await choose(room.entry('Rolling back to 76'), 'Retract…');
    const dialog = page.getByRole('dialog', { name: 'Retract this entry' });
    await expect(dialog.getByLabel('Reason')).toBeFocused();
    await keyboard.press('Control+Enter');
    await expect(room.entry('Retracted by Ana')).toBeVisible();
  });

  await test.step('restore', async () => {
    await choose(room.entry('Retracted by Ana'), 'Restore');
    await expect(room.entry('Rolling back to 76')).toBeVisible();
    await expect(room.entry('Retracted by Ana')).toHaveCount(0);
  });
});

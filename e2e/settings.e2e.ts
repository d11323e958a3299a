import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures/test.ts';

test('[JRN-195] An administrator changes a cadence; who looks sees it live, and two who save do not overwrite each other', async ({
  administrator,
  person,
}) => {
  const ana = await person('Ana', 'ana', 'administrator');
  const vic = await person('Vic', 'vic', 'viewer');
  for (const one of [administrator, ana, vic]) {
    await one.goto('/settings/response/severities');
    await expect(one.page.getByRole('heading', { name: 'Severities' })).toBeVisible();
  }
  const everyOf = ({ page }: typeof ana) =>
    page.getByRole('group', { name: 'SEV1' }).getByRole('textbox', { name: 'Update every' });

  await test.step('who may not change it reads it, and who may', async () => {
    await expect(everyOf(vic)).toBeDisabled();
    await expect(vic.page.getByText(/^You can read these settings\. Administrators change them: /)).toBeVisible();
  });

  await test.step('what means nothing is not saved', async () => {
    await everyOf(administrator).fill('soon');
    await expect(administrator.page.getByText('Write it like 20 min, 2 h or –.')).toBeVisible();
    await everyOf(administrator).fill('25 min');
  });
  await everyOf(ana).fill('15 min');
  await administrator.page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(everyOf(vic)).toHaveValue('25 min');
  await expect(vic.page.getByText(/^Changed by /)).toBeVisible();

  await test.step('the other one is told, and chooses', async () => {
    await expect(ana.page.getByText('Somebody else saved this section')).toBeVisible();
    await expect(everyOf(ana)).toHaveValue('15 min');
    await ana.page.getByRole('button', { name: 'Keep mine, to save over theirs' }).click();
    await ana.page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(everyOf(vic)).toHaveValue('15 min');
    await expect(everyOf(administrator)).toHaveValue('15 min');
  });
});

test('[JRN-196] Steps of a checklist are written and moved with the keyboard alone', async ({ administrator }) => {
  const { page } = administrator;
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and do' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('checklist settings');
  await expect(palette.locator('[data-highlighted]')).toContainText('Checklist settings');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/settings\/response\/checklists$/);
  await page.getByRole('region', { name: 'Detection' }).getByRole('button', { name: 'Add checklist' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Step 1' }).focus();
  await page.keyboard.type('Call the vendor');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Step 2' })).toBeFocused();
  await page.keyboard.type('Open a bridge');
  await page.getByRole('button', { name: 'Move step 2 up' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Step 1' })).toHaveValue('Open a bridge');
  await expect(page.getByRole('button', { name: 'Move step 1 up' })).toBeFocused();
  await page.getByRole('button', { name: 'Save', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Checklists saved');
  await page.reload();
  await expect(page.getByText('New checklist')).toBeVisible();
});

test('[JRN-197] A merged incident says so on both sides and stays readable; its parts hold nobody back unseen', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const main = await ana.declares('Checkout answers with errors');
  const double = await ana.declares('Payments fail');
  const part = await ana.declares('Search is slow');
  const seen = await ben.opensRoom(main.key);

  const room = await ana.opensRoom(double.key);
  await room.writes('Seen at the till');
  await room.header.getByRole('button', { name: 'More', exact: true }).click();
  await room.chooses('Merge into…');
  const dialog = ana.page.getByRole('dialog', { name: `Close ${double.key}` });
  await expect(dialog.getByLabel('The other incident')).toBeFocused();
  await ana.page.keyboard.type('checkout');
  await dialog.getByRole('button', { name: main.key }).click();
  await dialog.getByRole('button', { name: 'Close the incident' }).click();
  await expect(ana.page.getByText('This incident is closed')).toBeVisible();
  await expect(ana.page.getByText(`Merged into ${main.key}`, { exact: true })).toBeVisible();

  await test.step('the other room has it on the timeline, with a link to what was written there', async () => {
    await seen.entry(`${double.key} was merged into this incident`).getByRole('link', { name: double.key }).click();
    await expect(ben.room.entry('Seen at the till')).toBeVisible();
  });

  await test.step('a part is related by the quick line, and named to who closes', async () => {
    const led = await ana.opensRoom(main.key);
    await led.writes(`/relate ${part.key} child`);
    const related = ana.page.getByRole('region', { name: 'Related incidents' });
    await expect(related).toContainText(part.key);
    await led.header.getByRole('button', { name: 'More', exact: true }).click();
    await led.chooses('Close the incident…');
    await expect(ana.page.getByRole('dialog')).toContainText(`${part.key} is a part of this incident and still open.`);
  });
});

test('[JRN-198] A room is exported and printed whole', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  await room.writes('Seen at the <till>');
  for (const [item, suffix] of [
    ['Export Markdown', 'md'],
    ['Export JSON', 'json'],
  ] as const) {
    const coming = ana.page.waitForEvent('download');
    await room.header.getByRole('button', { name: 'More', exact: true }).click();
    await room.chooses(item);
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`${key}.${suffix}`);
    expect(await readFile(await download.path(), 'utf8')).toContain('Seen at the');
  }
  await ana.page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await ana.goto(`/incidents/${key}/print`);
  await expect(ana.page.locator('body[data-printed]')).toBeVisible();
  await expect(ana.page.getByRole('main')).toContainText('Seen at the <till>');
});

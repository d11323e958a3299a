import { expect, test } from './fixtures/test.ts';
import { forbidMouse, tabTo } from './support/keyboard-only.ts';

test('[JRN-55] I say who feels it, others see it, and nobody overwrites what they have not seen', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.opensRoom(key);
  await ben.opensRoom(key);
  const impact = (of: typeof ana) => of.page.getByRole('region', { name: 'Impact' });

  await test.step('by one key, in words and numbers', async () => {
    await expect(impact(ana)).toContainText('Who feels it, and how badly?');
    await ana.page.keyboard.press('e');
    await impact(ana).getByLabel('Users').fill('Nobody can pay');
    await impact(ana).getByRole('button', { name: 'Add a number' }).click();
    await impact(ana).getByLabel('What is counted').fill('Failed checkouts');
    await impact(ana).getByLabel('How much').fill('38 %');
    await impact(ana).getByRole('button', { name: 'Save' }).click();
    await expect(impact(ben)).toContainText('Nobody can pay');
    await expect(impact(ben)).toContainText('38 %');
    await expect(ben.page.getByText('Last updated by Ana')).toBeVisible();
  });

  await test.step('where it goes, in one press', async () => {
    await impact(ben).getByRole('button', { name: 'Worse' }).click();
    await expect(impact(ana).getByRole('button', { name: 'Worse' })).toHaveAttribute('aria-pressed', 'true');
    await expect(ana.room.entry('Ben on the impact: it gets worse')).toBeVisible();
  });

  await test.step('what somebody else wrote meanwhile is shown, and chosen', async () => {
    await ana.page.keyboard.press('e');
    await impact(ana).getByLabel('Users').fill('Half of all cannot pay');
    await ben.command('situation.change-impact', { incidentId: id, users: 'Cards fail, wallets work' });
    await expect(impact(ana).getByRole('alert')).toContainText('Ben changed it meanwhile');
    await expect(impact(ana)).toContainText('Users: Cards fail, wallets work');
    await impact(ana).getByRole('button', { name: 'Keep mine' }).click();
    await expect(impact(ben)).toContainText('Half of all cannot pay');
  });
});

test('[JRN-56] Exit criteria are written and ticked with the keyboard alone; the call is one press away', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  await forbidMouse(ana.page);
  await ana.opensRoom(key);
  await ben.opensRoom(key);
  const { page } = ana;
  const criteria = page.getByRole('region', { name: 'Exit criteria' });

  await tabTo(page, criteria.getByRole('button', { name: 'Add an exit criterion' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('5xx below 0.1 %');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Queue is empty');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await tabTo(page, criteria.getByRole('checkbox', { name: '5xx below 0.1 %' }));
  await page.keyboard.press('Space');
  await expect(ben.page.getByRole('region', { name: 'Exit criteria' })).toContainText('1 of 2 met');
  await expect(ben.room.entry('Ana ticked an exit criterion: 5xx below 0.1 %')).toBeVisible();
  await ana.room.composer.focus();
  await page.keyboard.type('/exit done queue');
  await page.keyboard.press('Enter');
  await expect(criteria).toContainText('2 of 2 met');

  const links = page.getByRole('region', { name: 'Links' });
  await tabTo(page, links.getByRole('button', { name: 'Add a link' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('https://meet.example.com/42');
  await page.keyboard.press('Enter');
  const join = ben.room.header.getByRole('link', { name: 'Join call: meet.example.com/42' });
  await expect(join).toHaveAttribute('href', 'https://meet.example.com/42');
  await expect(join).toHaveAttribute('rel', /noopener/);
});

test('[JRN-57] A handover comes with a card: I see it before, the successor reads it, and it stays', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander', { permissions: ['clipboard-read', 'clipboard-write'] });
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.command('incident.take-role', { incidentId: id, role: 'commander' });
  await ana.command('situation.change-objectives', { incidentId: id, objectives: 'Serve again' });
  await ana.command('hypothesis.suggest', { incidentId: id, text: 'The pool is too small' });
  const anas = await ana.opensRoom(key);
  await ben.opensRoom(key);

  await ana.page.keyboard.press('Shift+I');
  const dialog = ana.page.getByRole('dialog', { name: 'Hand over command' });
  await expect(dialog.getByRole('article')).toContainText('Serve again');
  await expect(dialog.getByRole('article')).toContainText('H1 The pool is too small: nobody tests it');
  await dialog.getByPlaceholder('Find a person').fill('ben');
  await ana.page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Ask Ben' }).click();

  await ben.page.getByRole('button', { name: 'Read the handover card' }).click();
  const card = ben.page.getByRole('dialog', { name: 'Handover card' });
  await expect(card.getByRole('article')).toContainText('Incident Commander: Ana');
  await ben.page.keyboard.press('Escape');
  await ben.page.getByRole('button', { name: /^Accept/ }).click();
  await expect(anas.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ben');

  const entry = anas.entry('wrote down a handover card');
  await entry.getByRole('button', { name: 'Show the card' }).click();
  await expect(entry.getByRole('article')).toContainText('Incident Commander: Ana');
  await entry.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(entry.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await ana.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`## SEV2 ${key} Checkout answers with errors`);
  expect(copied).toContain('### Suspected causes\n\n- H1 The pool is too small: nobody tests it');
});

import { expect, test } from './fixtures/test.ts';

const WHO_DECLARES = 'This is for responders, commanders, managers and administrators.';
const WHO_RESPONDS = 'This is for responders, commanders and administrators.';

test('[JRN-20] I invite somebody with a link; they correct their name, join, and are there for everybody', async ({
  administrator,
  stranger,
}) => {
  const { page } = administrator;
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('Name').fill('Ana Perez');
  await dialog.getByLabel('Account role').selectOption('Commander');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('Invite link').inputValue();

  const ana = await stranger();
  await ana.page.goto(link);
  await expect(ana.page.getByText('as Commander: Also commands and closes any incident.')).toBeVisible();
  await ana.page.getByLabel('Name').fill('Ana Pérez');
  await ana.page.getByLabel('Handle').fill('ana');
  await ana.page.getByRole('button', { name: 'Join' }).click();
  await expect(ana.page.getByRole('button', { name: 'You: Ana Pérez' })).toBeVisible();
  await expect(ana.page).not.toHaveURL(/token/);

  await dialog.getByRole('button', { name: 'Close' }).click();
  const people = page.getByRole('list', { name: 'People' });
  await expect(people.getByRole('listitem').filter({ hasText: 'Ana Pérez' })).toContainText('@ana');

  await test.step('the link works once', async () => {
    const late = await stranger();
    late.watch.expects(/404.*\/join\/preview/);
    await late.page.goto(link);
    await expect(late.page.getByRole('heading', { name: 'This invite no longer works' })).toBeVisible();
  });
});

test('[JRN-21] As a viewer I see everything live, and what I cannot do tells me who can', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const vic = await person('Vic', 'vic', 'viewer');
  const declare = vic.page.getByRole('button', { name: 'Declare', exact: true });
  await expect(declare).toHaveAttribute('aria-disabled', 'true');
  await expect(declare).toHaveAccessibleDescription(WHO_DECLARES);
  await vic.page.keyboard.press('c');
  await expect(vic.page.getByRole('region', { name: 'Messages' })).toContainText(WHO_DECLARES);
  await expect(vic.page.getByRole('dialog')).toHaveCount(0);

  const { key } = await ana.declares('Checkout answers with errors');
  const row = vic.row('Checkout answers with errors');
  await expect(row.getByText('NO COMMANDER')).toHaveAttribute('title', WHO_RESPONDS);
  await expect(row.getByRole('button')).toHaveCount(0);
  await row.getByRole('link').click();
  for (const control of [
    vic.room.severity,
    vic.room.status,
    vic.page.getByRole('button', { name: 'Take command (I)' }),
  ]) {
    await expect(control).toHaveAttribute('aria-disabled', 'true');
    await expect(control).toHaveAccessibleDescription(WHO_RESPONDS);
  }
  await expect(vic.room.composer).toHaveAttribute('aria-disabled', 'true');
  await expect(vic.room.composer).toHaveAttribute('placeholder', WHO_DECLARES);
  await expect(vic.page.getByRole('button', { name: 'Edit the title' })).toBeHidden();

  const room = await ana.opensRoom(key);
  await room.writes('Rolling back');
  await expect(vic.room.entry('Rolling back')).toContainText('Ana');
  await room.choosesStatus('Investigating');
  await expect(vic.room.header).toContainText('Investigating');
});

test('[JRN-22] I sign out, and my next visit asks for a link', async ({ person }) => {
  const { page } = await person('Ana', 'ana', 'commander');
  await page.getByRole('button', { name: 'You: Ana' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expect(page.getByText('npm run sitrep -- sign-in-link')).toBeVisible();
});

test('[JRN-23] I take an account away, and its open page stops at once', async ({ administrator, person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page } = administrator;
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Actions for Ana' }).click();
  await page.getByRole('menuitem', { name: 'Take the account away…' }).click();
  await page
    .getByRole('dialog', { name: 'Take the account of Ana away' })
    .getByRole('button', { name: 'Take the account away' })
    .click();
  await expect(ana.page.getByText('Your account was taken away.')).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'People' }).getByRole('listitem').filter({ hasText: '@ana' }),
  ).toContainText('no account');
});

import { expect, test } from './fixtures/test.ts';

test('[JRN-54] I hand over command, and hold it until the other accepts; who is asked may decline', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.command('incident.take-role', { incidentId: id, role: 'commander' });
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);

  await test.step('Ana asks Ben by the keyboard; nothing moves yet', async () => {
    await ana.page.keyboard.press('Shift+I');
    const dialog = ana.page.getByRole('dialog', { name: 'Hand over command' });
    await dialog.getByPlaceholder('Find a person').fill('ben');
    await ana.page.keyboard.press('Enter');
    await expect(dialog.getByRole('radio', { name: /Ben/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Ask Ben' }).click();
    await expect(dialog).toBeHidden();
    await expect(ana.page.getByText('Incident Commander is offered to Ben')).toBeVisible();
    await expect(bens.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
  });

  await test.step('Ben declines, and says why', async () => {
    await expect(ben.page.getByText('Ana hands over to you: Incident Commander')).toBeVisible();
    await ben.page.getByRole('button', { name: /^Decline/ }).click();
    const popover = ben.page.getByRole('dialog', { name: 'Decline: Incident Commander' });
    await popover.getByLabel('Reason').fill('on a train');
    await ben.page.keyboard.press('Enter');
    await expect(anas.entry('Ben declined the role Incident Commander: on a train')).toBeVisible();
    await expect(ana.page.getByText('Incident Commander is offered to Ben')).toBeHidden();
    await expect(anas.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
  });

  await test.step('asked again by quick entry, Ben accepts from the board with one key', async () => {
    await ben.goto('/');
    await anas.composer.fill('/ic @ben');
    await expect(ana.page.getByText('Offers Incident Commander to Ben, who has to accept')).toBeVisible();
    await anas.composer.press('Enter');
    await expect(ben.row('Checkout answers').getByRole('button', { name: `Accept command of ${key}` })).toBeVisible();
    await ben.page.keyboard.press('j');
    await ben.page.keyboard.press('i');
    await expect(anas.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ben');
    await expect(anas.entry('Ben accepted the role Incident Commander, after Ana')).toBeVisible();
    await expect(ben.row('Checkout answers').getByRole('button', { name: /Accept command/ })).toBeHidden();
  });
});

test('[JRN-150] I say what is missing, somebody takes care of it, and everybody sees who', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  await ben.opensRoom(key);
  const panel = (of: typeof ana) => of.page.getByRole('region', { name: 'Needs' });

  await anas.writes('/need a database engineer');
  await ben.page.getByRole('button', { name: 'Claim: a database engineer' }).press('Enter');
  await expect(panel(ben)).toContainText('You are on it');
  await expect(panel(ana)).toContainText('Ben is on it');

  await ben.page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(anas.entry('Ben joined')).toBeVisible();
  await expect(ana.page.getByRole('region', { name: 'People', exact: true })).toContainText('Ben');

  await ana.page.getByRole('button', { name: 'Met: a database engineer' }).click();
  await expect(panel(ben)).toContainText('1 was met');
});

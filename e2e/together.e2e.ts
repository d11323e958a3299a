import { expect, test } from './fixtures/test.ts';

test('[JRN-10] I press c, type a title and send: the incident is mine to open, and on the board of everybody', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  await ana.page.keyboard.press('c');
  const dialog = ana.page.getByRole('dialog', { name: 'Declare an incident' });
  await expect(dialog.getByLabel('What is broken?')).toBeFocused();
  await ana.page.keyboard.type('Checkout answers with errors');
  await ana.page.keyboard.press('Control+Enter');
  await expect(ana.room.header).toContainText('Checkout answers with errors');
  await expect(ana.page).toHaveURL(/\/incidents\/INC-\d{4}-0001$/);
  const row = ben.row('Checkout answers with errors');
  await expect(row).toContainText('Detected');
  await expect(row).toContainText('NO COMMANDER');
});

test('[JRN-11] We work on one incident in two browsers, and each sees what the other does', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);

  await test.step('Ana takes command', async () => {
    await ana.page.getByRole('button', { name: 'Take command (I)' }).click();
    await expect(anas.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
    await expect(bens.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
    await expect(bens.header).not.toContainText('NO COMMANDER');
  });

  await test.step('Ana raises the severity, for which there is no question asked', async () => {
    await anas.severity.click();
    await ana.page.getByRole('menuitemradio', { name: /^SEV1/ }).click();
    await expect(bens.severity).toHaveAccessibleName('Severity SEV1: change');
    await expect(bens.entry('Ana changed severity SEV2 → SEV1')).toBeVisible();
  });

  await test.step('Ben moves the status', async () => {
    await bens.choosesStatus('Investigating');
    await expect(anas.status).toHaveAccessibleName('Status Investigating: change');
    await expect(anas.entry('Ben changed status Detected → Investigating')).toBeVisible();
  });

  await test.step('both write', async () => {
    await bens.writes('Orders fail since the deployment of 11:40');
    await anas.writes('/decision We roll back to 77');
    await expect(anas.entry('Orders fail since the deployment of 11:40')).toContainText('Ben');
    await expect(bens.entry('We roll back to 77')).toContainText('Decision · Ana');
  });

  await test.step('Ana hands over to Ben', async () => {
    await anas.role('Incident Commander').click();
    await ana.page.getByRole('button', { name: 'Hand over to Ben' }).click();
    await ben.page.getByRole('button', { name: 'Accept (I)' }).click();
    await expect(bens.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ben');
    await expect(anas.entry('Ben accepted the role Incident Commander, after Ana')).toBeVisible();
  });

  await test.step('the board says the same', async () => {
    await ana.page.getByRole('link', { name: 'Board' }).click();
    const row = ana.row('Checkout answers with errors');
    await expect(row).toContainText('SEV1');
    await expect(row).toContainText('Investigating');
    await expect(row).toContainText('Ben');
  });
});

test('[JRN-12] I lower a severity only with a reason, which everybody reads', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Login is slow', { severity: 1 });
  const room = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await room.severity.click();
  await ana.page.getByRole('menuitemradio', { name: /^SEV3/ }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'Lower to SEV3' });
  await dialog.getByLabel('Reason').fill('Only the staging hosts');
  await dialog.getByRole('button', { name: 'Lower to SEV3' }).click();
  await expect(dialog).toBeHidden();
  await expect(bens.severity).toHaveAccessibleName('Severity SEV3: change');
  await expect(bens.entry('SEV1 → SEV3: Only the staging hosts')).toBeVisible();
});

test('[JRN-13] I take command from the board with one key, and everybody sees who commands', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  await ana.declares('Payments are late');
  await expect(ben.row('Payments are late')).toContainText('NO COMMANDER');
  await expect(ben.page.getByText('1 without commander')).toBeVisible();
  await ben.page.keyboard.press('j');
  await expect(ben.row('Payments are late').getByRole('link')).toBeFocused();
  await ben.page.keyboard.press('i');
  await expect(ben.row('Payments are late')).toContainText('Ben');
  await expect(ana.row('Payments are late')).toContainText('Ben');
  await ben.page.keyboard.press('Enter');
  await expect(ben.room.header).toContainText('Payments are late');
});

import { expect, test } from './fixtures/test.ts';

test('[JRN-14] Two of us write the summary: the second reads what the first wrote, and chooses', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.opensRoom(key);
  const summary = ana.page.getByRole('region', { name: 'Summary' });
  await ana.page.getByRole('button', { name: 'Edit the summary' }).click();
  await summary.getByRole('textbox', { name: 'Summary' }).fill('Cards fail');
  await ben.command('incident.change-summary', { incidentId: id, summary: 'Nobody can pay' });

  await test.step('what Ben wrote is shown beside hers, before and after she leaves', async () => {
    await expect(summary.getByText('Ben changed it meanwhile:')).toBeVisible();
    await expect(summary.getByText('Nobody can pay')).toBeVisible();
    await ana.page.reload();
    await ana.page.getByRole('button', { name: 'Edit the summary' }).click();
    await expect(summary.getByRole('textbox', { name: 'Summary' })).toHaveValue('Cards fail');
    await expect(summary.getByText('Ben changed it meanwhile:')).toBeVisible();
  });

  await test.step('she keeps hers', async () => {
    await summary.getByRole('button', { name: 'Keep mine' }).click();
    await expect(summary.getByRole('textbox')).toBeHidden();
    await expect(summary).toContainText('Cards fail');
  });

  await test.step('of the title she takes his', async () => {
    await ana.page.getByRole('button', { name: 'Edit the title' }).click();
    await ana.room.header.getByRole('textbox', { name: 'Title' }).fill('Cards fail');
    await ben.command('incident.change-title', { incidentId: id, title: 'Nobody can pay' });
    await expect(ana.room.header.getByText('Ben changed it meanwhile:')).toBeVisible();
    await ana.room.header.getByRole('button', { name: 'Take theirs' }).click();
    await expect(ana.room.header.getByRole('heading', { name: 'Nobody can pay' })).toBeVisible();
  });
});

test('[JRN-15] The account of who commands is taken away: room and board ask for another, and I take command', async ({
  administrator,
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.command('incident.take-role', { incidentId: id, role: 'commander' });
  const room = await ben.opensRoom(key);
  await expect(room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
  await ben.page.keyboard.press('i');
  await expect(ben.page.getByRole('region', { name: 'Messages' })).toContainText(
    'Ana commands. They can hand over to you, or release the role.',
  );

  const session = (await ana.api.get('/api/v1/session')) as { me: { id: string } };
  await administrator.command('people.deactivate', { userId: session.me.id });
  await expect(room.header).toContainText('NO COMMANDER');
  await expect(room.header).toContainText('account taken away');
  await expect(administrator.row('Checkout answers with errors')).toContainText('NO COMMANDER');
  await ben.page.keyboard.press('i');
  await expect(room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ben');
  await ben.page.keyboard.press('t');
  await expect(ben.page.getByRole('menuitemradio', { name: /^Investigating/ })).toBeVisible();
});

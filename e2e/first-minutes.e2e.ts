import { expect, test } from './fixtures/test.ts';

test('[JRN-1] I click the link that the server printed and stand before a board that tells me what to do', async ({
  sitrep,
  stranger,
}) => {
  const { page } = await stranger();
  await page.goto(sitrep.signInLink);
  await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
  await expect(page).toHaveURL(`${sitrep.url}/`);
  const steps = page.getByRole('region', { name: 'Get to your first live incident' });
  await expect(steps.getByRole('heading', { name: 'Declare an incident' })).toBeVisible();
  await expect(steps.getByRole('heading', { name: 'Connect a source of alerts' })).toBeVisible();
  await expect(steps.getByRole('heading', { name: 'Send a test alert' })).toBeVisible();
  await expect(steps.getByRole('heading', { name: 'Invite somebody' })).toBeVisible();
});

test('[JRN-2] The link works once: whoever finds it later reads how to get another', async ({ sitrep, stranger }) => {
  const first = await stranger();
  await first.page.goto(sitrep.signInLink);
  await expect(first.page.getByRole('heading', { name: 'Board' })).toBeVisible();
  const second = await stranger();
  second.watch.expects(/401.*\/api\/v1\/session/);
  await second.page.goto(sitrep.signInLink);
  await expect(second.page.getByRole('heading', { name: 'This sign-in link no longer works' })).toBeVisible();
  await expect(second.page.getByText('npm run sitrep -- sign-in-link')).toBeVisible();
});

test('[JRN-3] I send a test alert from the empty board, watch its incident appear, and open the room', async ({
  administrator,
}) => {
  const { page, room } = administrator;
  await page.getByRole('button', { name: 'Send a test alert' }).click();
  const row = administrator.board.getByRole('listitem');
  await expect(row).toContainText('SEV2');
  await expect(row).toContainText('NO COMMANDER');
  await expect(row).toContainText('1 alert fires');
  await row.getByRole('link').click();
  await expect(room.header).toContainText(/INC-\d{4}-0001/);
  await expect(room.header).toContainText('1 alert fires');
  await expect(room.entry('An alert opened')).toBeVisible();
  await page.getByRole('button', { name: 'Take command (I)' }).click();
  await expect(room.role('Incident Commander')).toHaveAccessibleName(/Incident Commander: Admin/);
});

import { expect, test } from './fixtures/test.ts';

test('[JRN-70] I close an incident with a reason; history finds it by what was written, and I reopen it', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { page, room } = ana;
  const { key } = await ana.declares('Checkout answers with errors');
  await ana.opensRoom(key);
  await room.writes('/finding confirmed A deadlock in the ledger');
  await expect(room.entry('A deadlock in the ledger')).toContainText('Confirmed');
  await room.choosesStatus('Resolved');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await room.chooses('Close the incident…');
  const dialog = page.getByRole('dialog', { name: `Close ${key}` });
  await dialog.getByLabel('Reason').fill('Rolled back, queue is empty');
  await dialog.getByRole('button', { name: 'Close the incident' }).click();
  await expect(page.getByText('This incident is closed')).toBeVisible();
  await expect(page.getByText('Completed: Rolled back, queue is empty')).toBeVisible();
  await expect(room.composer).toBeHidden();
  await expect(ben.page.getByText('No open incident').first()).toBeVisible();

  await ben.page.keyboard.press('/');
  const search = ben.page.getByRole('searchbox', { name: 'Search past incidents' });
  await search.fill('deadlock');
  const found = ben.page.getByRole('list', { name: 'Closed incidents' }).getByRole('listitem');
  await expect(found).toHaveCount(1);
  await expect(found.locator('mark')).toHaveText('deadlock');
  await found.getByRole('link').click();
  await expect(ben.room.header).toContainText(key);

  await ben.page.getByRole('button', { name: 'Reopen', exact: true }).click();
  const reopen = ben.page.getByRole('dialog', { name: `Reopen ${key}` });
  await reopen.getByLabel('Reason').fill('The errors are back');
  await reopen.getByRole('button', { name: 'Reopen' }).click();
  await expect(room.entry('Ben reopened the incident: The errors are back')).toBeVisible();
  await expect(room.composer).toBeVisible();
  await expect(ben.room.composer).toBeVisible();
});

test('[JRN-71] I look at the board and the room as they were, cannot change them, and go back to live', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page, room } = ana;
  const { id, key } = await ana.declares('Checkout answers with errors', { severity: 3 });
  const { events } = await ana.command('timeline.add-entry', { incidentId: id, text: 'Known at three' });
  const then = new Date(events[0]?.at ?? 0).toISOString();
  await ana.declares('Declared later', { severity: 4 });
  await ana.command('incident.change-severity', { incidentId: id, severity: 1 });
  await ana.command('timeline.add-entry', { incidentId: id, text: 'Known at four' });

  await ana.goto(`/?at=${then}`);
  const past = page.getByRole('region', { name: /^As it was at \d{4}-\d\d-\d\d/ });
  await expect(past.getByRole('listitem').filter({ hasText: key })).toContainText('SEV3');
  await expect(past).not.toContainText('Declared later');
  await expect(past.getByRole('listitem').getByText('NO COMMANDER')).toHaveAttribute(
    'title',
    'You are looking at the past. Go back to live to change things.',
  );

  await ana.goto(`/incidents/${key}?at=${then}`);
  await expect(room.severity).toHaveAccessibleName('Severity SEV3: change');
  await expect(room.severity).toHaveAttribute('aria-disabled', 'true');
  await expect(room.entry('Known at three')).toBeVisible();
  await expect(room.entry('Known at four')).toHaveCount(0);
  await expect(room.composer).toBeHidden();

  await page.getByRole('button', { name: 'Back to live' }).click();
  await expect(room.severity).toHaveAccessibleName('Severity SEV1: change');
  await expect(room.entry('Known at four')).toBeVisible();
  await expect(page).toHaveURL(/\/incidents\/INC-\d{4}-\d{4}$/);
});

test('[JRN-72] An address that leads nowhere says so, and offers the search', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  ana.watch.expects(/404.*\/api\/v1\/incidents\/INC-2020-0001/);
  await ana.goto('/incidents/INC-2020-0001');
  await expect(ana.page.getByRole('heading', { name: 'There is no such incident' })).toBeVisible();
  await ana.goto('/no/such/page');
  await expect(ana.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await ana.page.getByRole('searchbox', { name: 'Search past incidents' }).fill('deadlock');
  await ana.page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
  await expect(
    ana.page.getByText('No incident has been closed yet').or(ana.page.getByText('Nothing found for “deadlock”')),
  ).toBeVisible();
});

import { expect, test } from './fixtures/test.ts';
import { forbidMouse, tabTo } from './support/keyboard-only.ts';

test('[JRN-66] A task goes to one person, who acknowledges and finishes it; what is overdue stands out', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors', { severity: 4 });
  const room = await ana.opensRoom(key);
  await ben.opensRoom(key);
  const tasks = ana.page.getByRole('region', { name: 'Tasks', exact: true });
  const asked = ben.page.getByRole('region', { name: 'What you are asked to do' });

  await room.writes('/task @ben 10m check the replicas');
  await expect(tasks.getByText('check the replicas')).toBeVisible();
  await expect(tasks.getByText('Not acknowledged')).toBeAttached();
  await expect(asked).toContainText('check the replicas');
  await expect(asked.getByRole('timer')).toContainText(/^(10:00|09:\d\d)$/);

  await asked.getByRole('button', { name: 'Acknowledge T1' }).click();
  await expect(tasks.getByText('Acknowledged', { exact: true })).toBeAttached();
  await asked.getByRole('button', { name: 'T1 is done' }).click();
  await ben.page.getByLabel('What came of it').fill('All are in sync');
  await ben.page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(room.entry('Ben finished T1 “check the replicas”: All are in sync')).toBeVisible();
  await expect(tasks.getByRole('button', { name: '1 ended' })).toBeVisible();

  await room.writes('/task @ben 1s call the vendor');
  await expect(asked.getByRole('timer')).toContainText('over');
  await expect(tasks.getByText('Overdue')).toBeAttached();
  await ben.room.writes('/cannot nobody answers');
  await expect(room.entry('Ben cannot do T2 “call the vendor”: nobody answers')).toBeVisible();
});

test('[JRN-67][CHK-21] I go through a checklist with the keyboard alone: tick, and skip with a reason', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  await forbidMouse(ana.page);
  const { key } = await ana.declares('Checkout answers with errors', { severity: 1 });
  const room = await ana.opensRoom(key);
  await ben.opensRoom(key);
  const { page } = ana;
  const step = (of: typeof page, name: string) => of.getByRole('checkbox', { name });
  await expect(step(page, 'Somebody has taken command')).toBeVisible();

  await page.keyboard.press('Shift+W');
  await expect(step(page, 'Somebody has taken command')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(step(ben.page, 'Somebody has taken command')).toBeChecked();
  await expect(room.entry('Ana ticked “Somebody has taken command”')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Checklists' })).toContainText('1 of 6 done or skipped');

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(step(page, 'The summary says what is broken, and for whom')).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'The summary says what is broken, and for whom: actions' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^Skip/ })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('The title says it');
  await page.keyboard.press('Enter');
  await expect(
    room.entry('Ana skipped “The summary says what is broken, and for whom”: The title says it'),
  ).toBeVisible();
  await expect(ben.page.getByText('Skipped by Ana: The title says it')).toBeVisible();
});

test('[JRN-68] What I begin with todo: is on the timeline, and kept for later', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors', { severity: 4 });
  const room = await ana.opensRoom(key);
  await ben.opensRoom(key);
  const kept = (of: typeof ana) => of.page.getByRole('region', { name: /^Kept for later/ });

  await room.writes('todo: alert on replication lag');
  await expect(ben.room.entry('todo: alert on replication lag')).toBeVisible();
  await expect(kept(ben)).toHaveAccessibleName('Kept for later (1)');
  await expect(kept(ben)).toContainText('alert on replication lag');

  await room.writes('todo: not this');
  await expect(kept(ben)).toHaveAccessibleName('Kept for later (2)');
  await room.composer.press('Escape');
  await ana.page.keyboard.press('Control+z');
  await expect(kept(ben)).toHaveAccessibleName('Kept for later (1)');
  await expect(ben.room.log).toContainText(/retracted/i);

  await ben.room.writes('the pool is small');
  await ben.room.opensMenuOf(ben.room.entry('the pool is small'));
  await ben.room.chooses('Keep for later');
  await expect(kept(ana)).toHaveAccessibleName('Kept for later (2)');

  await kept(ben).getByRole('button', { name: 'Drop “alert on replication lag”' }).click();
  await ben.page.getByLabel('Reason').fill('There is one');
  await ben.page.keyboard.press('Enter');
  await expect(kept(ana)).toHaveAccessibleName('Kept for later (1)');
  await expect(
    room.entry('Ben dropped “alert on replication lag” from what is kept for later: There is one'),
  ).toBeVisible();
});

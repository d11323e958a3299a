import { expect, test } from './fixtures/test.ts';
import { forbidMouse } from './support/keyboard-only.ts';
import { OUTAGE } from './support/page-watch.ts';

test('[KEY-30] [KEY-31] [KEY-38] I take back what I did, the newest first, and the focus stays', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { page } = ana;
  const { keyboard } = page;
  await forbidMouse(page);
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);

  await keyboard.press('i');
  await expect(room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
  await keyboard.press('s');
  await expect(page.getByRole('menuitemradio', { name: /^SEV2/ })).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await expect(room.severity).toHaveAccessibleName('Severity SEV1: change');
  await expect(page.getByText('Severity changed to SEV1').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();

  const focused = await page.evaluate(() => document.activeElement?.outerHTML);
  await keyboard.press('Control+z');
  await expect(room.severity).toHaveAccessibleName('Severity SEV2: change');
  await expect(page.getByText('Undone: Severity changed to SEV1').first()).toBeVisible();
  expect((await page.evaluate(() => document.activeElement?.id)) ?? '').toBe(
    /id="([^"]*)"/.exec(focused ?? '')?.[1] ?? '',
  );
  await keyboard.press('Control+z');
  await expect(room.role('Incident Commander')).not.toHaveAccessibleName('Incident Commander: Ana');

  await test.step('a note, once the field is left: in it the key is the field’s own', async () => {
    await keyboard.press('n');
    await keyboard.type('Rolling back to 77');
    await keyboard.press('Enter');
    await expect(room.entry('Rolling back to 77')).toBeVisible();
    await keyboard.type('half a line');
    await keyboard.press('Control+z');
    await expect(room.composer).not.toHaveValue('half a line');
    await expect(room.entry('Rolling back to 77')).not.toContainText(/retracted/i);
    await keyboard.press('Escape');
    await keyboard.press('Control+z');
    await expect(room.log).toContainText(/retracted/i);
  });
});

test('[KEY-32] what somebody else has changed since is not taken back, and I read who, to what and when', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  ana.watch.expects(/409 \(Conflict\)/);
  const { id, key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  await room.writes('/sev 1');
  await expect(ana.page.getByText('Severity changed to SEV1').first()).toBeVisible();
  await ben.command('incident.change-severity', { incidentId: id, severity: 3, reason: 'Few users' });
  await expect(room.severity).toHaveAccessibleName('Severity SEV3: change');
  await ana.page.getByRole('button', { name: 'Undo' }).click();
  await expect(ana.page.getByText(/Changed since\. Ben: SEV1 → SEV3/).first()).toBeVisible();
  await expect(room.severity).toHaveAccessibleName('Severity SEV3: change');
});

test('[KEY-33] what waits for the connection is taken out of the queue, and never sent', async ({
  person,
  network,
}) => {
  const ana = await person('Ana', 'ana', 'responder', { via: network });
  ana.watch.expects(OUTAGE);
  const { id, key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  network.cut();
  await room.writes('Better left out');
  await room.writes('Kept for later');
  await expect(room.entry('Kept for later')).toContainText('Unsent');
  await ana.page.keyboard.press('Escape');
  await ana.page.keyboard.press('Control+z');
  await expect(room.entry('Kept for later')).toHaveCount(0);
  network.restore();
  await expect(room.entry('Better left out')).not.toContainText('Unsent');
  const { items } = (await ana.api.get(`/api/v1/incidents/${id}/timeline`)) as { items: { text?: string }[] };
  expect(items.flatMap(({ text }) => (text === undefined ? [] : [text]))).toEqual(['Better left out']);
});

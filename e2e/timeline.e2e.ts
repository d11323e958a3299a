import { expect, test } from './fixtures/test.ts';
import type { Person } from './support/person.ts';

const textBox = (person: Person) => person.room.log.getByRole('textbox', { name: 'Text' });

test('[JRN-40] I correct what I wrote; everybody reads the new text, and the old one when they ask for it', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await anas.writes('Errors since 11:04');
  await expect(bens.entry('Errors since 11:04')).toBeVisible();

  await anas.opensMenuOf(anas.entry('Errors since 11:04'));
  await anas.chooses('Edit');
  await textBox(ana).fill('Errors since 11:40');
  await anas.log.getByRole('button', { name: 'Save' }).click();

  const entry = bens.entry('Errors since 11:40');
  await expect(entry).toBeVisible();
  await expect(bens.entry('Errors since 11:04')).toBeHidden();
  await entry.getByRole('button', { name: 'Edited by Ana' }).click();
  await expect(ben.page.getByRole('dialog', { name: 'Edited by Ana' })).toContainText('Errors since 11:04');
});

test('[JRN-41] Somebody edits the entry that I am editing: I see their text beside mine, and choose', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'commander');
  const { key } = await ana.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await anas.writes('Cause unknown');
  await anas.opensMenuOf(anas.entry('Cause unknown'));
  await anas.chooses('Edit');
  await textBox(ana).fill('Cause: deployment 78');

  await bens.opensMenuOf(bens.entry('Cause unknown'));
  await bens.chooses('Edit');
  await textBox(ben).fill('Cause: a full disk');
  await bens.log.getByRole('button', { name: 'Save' }).click();

  await expect(anas.log.getByRole('alert')).toHaveText('Somebody edited this in the meantime.');
  await expect(anas.log.getByRole('region', { name: 'Ben wrote' })).toContainText(/Cause: .*a full disk/);
  await expect(anas.log.getByRole('region', { name: 'Yours' })).toContainText(/Cause: .*deployment 78/);
  await expect(textBox(ana)).toHaveValue('Cause: deployment 78');
  await anas.log.getByRole('button', { name: 'Keep mine' }).click();
  await expect(bens.entry('Cause: deployment 78')).toBeVisible();
});

test('[JRN-42] My edit comes too late: it is refused, and I see both texts', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'commander');
  ana.watch.expects(/409.*timeline\.edit-entry/);
  const { key } = await ana.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await anas.writes('Cause unknown');
  await expect(bens.entry('Cause unknown')).toBeVisible();

  // Ana's edit is on its way for as long as Ben needs for his.
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await ana.page.route('**/commands/timeline.edit-entry', async (route) => {
    await held;
    await route.continue();
  });
  await anas.opensMenuOf(anas.entry('Cause unknown'));
  await anas.chooses('Edit');
  await textBox(ana).fill('Cause: deployment 78');
  await anas.log.getByRole('button', { name: 'Save' }).click();
  await expect(anas.entry('Cause: deployment 78')).toBeVisible();

  await bens.opensMenuOf(bens.entry('Cause unknown'));
  await bens.chooses('Edit');
  await textBox(ben).fill('Cause: a full disk');
  await bens.log.getByRole('button', { name: 'Save' }).click();
  await expect(bens.entry('Cause: a full disk')).toContainText('edited');
  letGo();

  const refused = anas.entry('Cause: a full disk');
  await expect(refused).toContainText('Refused');
  await expect(refused.getByRole('region', { name: 'Yours' })).toContainText(/Cause: .*deployment 78/);
  await refused.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(refused.getByRole('alert')).toBeHidden();
  await expect(bens.entry('Cause: deployment 78')).toBeHidden();
});

test('[JRN-43] What I retract stays in its place, struck out, with my reason', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await anas.writes('The database is down');
  await anas.opensMenuOf(anas.entry('The database is down'));
  await anas.chooses('Retract…');
  const dialog = ana.page.getByRole('dialog', { name: 'Retract this entry' });
  await dialog.getByLabel('Reason').fill('I looked at staging');
  await dialog.getByRole('button', { name: 'Retract', exact: true }).click();

  const tombstone = bens.entry('Retracted by Ana: I looked at staging');
  await expect(tombstone).toBeVisible();
  await expect(tombstone).not.toContainText('The database is down');
  await tombstone.getByRole('button', { name: 'Show what it said' }).click();
  await expect(tombstone.getByText('The database is down')).toHaveCSS('text-decoration-line', 'line-through');
});

test('[JRN-44] I pin a key event, and everybody has it beside the timeline', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await anas.writes('/decision Roll back to 77');
  await anas.opensMenuOf(anas.entry('Roll back to 77'));
  await anas.chooses('Pin as key event');
  const keyEvents = ben.page.getByRole('region', { name: 'Key events' });
  await expect(keyEvents.getByRole('link', { name: 'Roll back to 77' })).toBeVisible();
  await expect(bens.entry('Roll back to 77')).toContainText('Pinned');
  await anas.opensMenuOf(anas.entry('Roll back to 77'));
  await anas.chooses('Unpin');
  await expect(keyEvents.getByRole('link')).toHaveCount(0);
});

test('[JRN-45] The link that I copy takes others to the very entry, however long the timeline is', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.command('timeline.add-entry', { incidentId: id, text: 'The one that matters' });
  for (let index = 1; index <= 60; index += 1) {
    await ana.command('timeline.add-entry', { incidentId: id, text: `Later, ${index}` });
  }
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const anas = await ana.opensRoom(key);
  await expect(anas.entry('Later, 60')).toBeInViewport();
  await expect(anas.entry('The one that matters')).not.toBeInViewport();
  await anas.log.press('Home');
  await anas.opensMenuOf(anas.entry('The one that matters'));
  await anas.chooses('Copy link');
  const link = await ana.page.evaluate(() => navigator.clipboard.readText());

  await ben.page.goto(link);
  await expect(ben.room.entry('The one that matters')).toBeInViewport();
  await expect(ben.room.entry('Later, 60')).not.toBeInViewport();
});

test('[JRN-46] I write down later what happened before: it stands in its place and says when it was recorded', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  await room.writes('Orders fail');
  await expect(room.entry('Orders fail')).toBeVisible();
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  await room.writes(`/change at ${yesterday} 23:10Z Deployment 78 went out`);
  const entry = room.entry('Deployment 78 went out');
  await expect(entry).toContainText('Change · Ana');
  await expect(entry).toContainText('23:10:00');
  await expect(entry).toContainText(/recorded \d\d:\d\d/);
  await expect(room.entry(/Deployment 78 went out|Orders fail/)).toContainText([
    'Deployment 78 went out',
    'Orders fail',
  ]);
});

test('[JRN-47] I read further up, and what comes in does not move my page but is counted', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  for (let index = 1; index <= 40; index += 1) {
    await ana.command('timeline.add-entry', { incidentId: id, text: `Measured ${index}.` });
  }
  const room = await ana.opensRoom(key);
  await expect(room.entry('Measured 40.')).toBeInViewport();
  await room.log.focus();
  await ana.page.keyboard.press('Home');
  const read = room.entry('Measured 3.');
  await expect(read).toBeInViewport();
  const before = await read.boundingBox();
  await ana.command('timeline.add-entry', { incidentId: id, text: 'One more' });
  await ana.command('timeline.add-entry', { incidentId: id, text: 'And another' });
  const pill = ana.page.getByRole('button', { name: '2 new' });
  await expect(pill).toBeVisible();
  expect(await read.boundingBox()).toEqual(before);
  await pill.click();
  await expect(room.entry('And another')).toBeInViewport();
  await expect(pill).toBeHidden();
});

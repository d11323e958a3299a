import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures/test.ts';
import type { Person, Room } from './support/person.ts';

const textBox = (person: Person) => person.room.log.getByRole('textbox', { name: 'Text', exact: true });

const opensEdit = async (room: Room, text: string): Promise<void> => {
  await room.opensMenuOf(room.entry(text));
  await room.chooses('Edit');
};

test('[WRITE-22] Two of us edit the same entry, and I merge both texts in a third field', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'commander');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.command('timeline.add-entry', { incidentId: id, text: 'Cause unknown. Next: look.' });
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await opensEdit(anas, 'Cause unknown');
  await textBox(ana).fill('Cause: a full disk. Next: look.');
  await opensEdit(bens, 'Cause unknown');
  await textBox(ben).fill('Cause unknown. Next: fail over.');
  await bens.log.getByRole('button', { name: 'Save' }).click();

  await expect(anas.log.getByRole('alert')).toBeVisible();
  await expect(textBox(ana), 'what I am writing keeps the focus').toBeFocused();
  await textBox(ana).press('Control+Enter');
  await expect(anas.log.getByRole('button', { name: 'Keep mine' }), 'nothing is overwritten by a key').toBeFocused();
  await anas.log.getByRole('button', { name: 'Merge both…' }).click();
  const merged = anas.log.getByRole('textbox', { name: 'Both together' });
  await expect(merged).toHaveValue('Cause: a full disk. Next: fail over.');
  await anas.log.getByRole('button', { name: 'Save merged text' }).click();
  await expect(bens.entry('Cause: a full disk. Next: fail over.')).toBeVisible();
});

test('[WRITE-23] My edits waited for the network, and came after another one: I choose, and lose nothing', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'commander');
  ana.watch.expects(/409.*timeline\.edit-entry/);
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.command('timeline.add-entry', { incidentId: id, text: 'Cause unknown' });
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  let letGo = (): void => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await ana.page.route('**/commands/timeline.edit-entry', async (route) => {
    await held;
    await route.continue();
  });
  for (const [from, to] of [
    ['Cause unknown', 'Cause: deployment'],
    ['Cause: deployment', 'Cause: deployment 78'],
  ] as const) {
    await opensEdit(anas, from);
    await textBox(ana).fill(to);
    await anas.log.getByRole('button', { name: 'Save' }).click();
    await expect(anas.entry(to)).toBeVisible();
  }
  await opensEdit(bens, 'Cause unknown');
  await textBox(ben).fill('Cause: a full disk');
  await bens.log.getByRole('button', { name: 'Save' }).click();
  await expect(bens.entry('Cause: a full disk')).toContainText('edited');
  letGo();

  const refused = anas.entry('Refused');
  await expect(refused.getByRole('region', { name: 'Yours' })).toContainText(/Cause: .*deployment 78/);
  await expect(refused.getByRole('region', { name: 'Ben wrote' })).toContainText(/Cause: .*a full disk/);
  await refused.getByRole('button', { name: 'Keep mine' }).click();
  await expect(bens.entry('Cause: deployment 78')).toBeVisible();
  await expect(anas.entry('Refused')).toBeHidden();
});

test('[WRITE-24] What I was typing survives a reload and signing out, and nobody else sees it', async ({
  person,
  administration,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.command('timeline.add-entry', { incidentId: id, text: 'Cause unknown' });
  const room = await ana.opensRoom(key);
  await room.composer.fill('half a thou');
  await opensEdit(room, 'Cause unknown');
  await textBox(ana).fill('Cause: half a');
  await ana.page.reload();
  await expect(room.composer).toHaveValue('half a thou');
  await room.entry('Cause unknown').getByRole('button', { name: 'Unsaved edit: go on' }).click();
  await expect(textBox(ana)).toHaveValue('Cause: half a');

  await ana.page.getByRole('button', { name: 'You: Ana' }).click();
  await ana.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(ana.page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  const { token } = await administration.command('people.invite', { name: 'Cleo', handle: 'cleo', role: 'responder' });
  await ana.goto(`/join#token=${token}`);
  await ana.page.getByRole('button', { name: 'Join' }).click();
  await expect(ana.page.getByRole('heading', { name: 'Board' })).toBeVisible();
  await ana.opensRoom(key);
  await expect(room.entry('Cause unknown')).toBeVisible();
  await expect(room.composer).toHaveValue('');
  await expect(ana.page.getByRole('button', { name: 'Unsaved edit: go on' })).toHaveCount(0);
});

test('[WRITE-25] I read what each edit changed, and use a former text again', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  const entryId = randomUUID();
  await ana.command('timeline.add-entry', { incidentId: id, entryId, text: 'Pool of 50' });
  await ana.command('timeline.edit-entry', { incidentId: id, entryId, baseRevision: 1, text: 'Pool of 200' });
  const room = await ana.opensRoom(key);
  await room.entry('Pool of 200').getByRole('button', { name: 'Edited by Ana' }).click();
  const history = ana.page.getByRole('dialog', { name: 'Edited by Ana' });
  await expect(history.getByRole('deletion')).toHaveText('50');
  await expect(history.getByRole('insertion')).toHaveText('200');
  await history.getByRole('button', { name: 'Use this text again' }).click();
  await expect(room.entry('Pool of 50')).toBeVisible();
});

test('[WRITE-26] What was retracted can be restored', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  const entryId = randomUUID();
  await ana.command('timeline.add-entry', { incidentId: id, entryId, text: 'The database is down' });
  await ana.command('timeline.retract-entry', { incidentId: id, entryId });
  const room = await ana.opensRoom(key);
  await room.opensMenuOf(room.entry('Retracted by Ana'));
  await room.chooses('Restore');
  await expect(room.entry('The database is down')).toBeVisible();
  await expect(room.entry('Retracted by Ana')).toHaveCount(0);
});

test('[WRITE-4] Markdown is rendered, long code folds, and it can be copied', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id, key } = await ana.declares('Checkout answers with errors');
  const log = Array.from({ length: 40 }, (_, line) => `ERROR line ${line + 1} of *this*`).join('\n');
  const text = `The **pool** is empty:\n\n| pool | size |\n|---|---|\n| orders | 50 |\n\n${log}`;
  await ana.command('timeline.add-entry', { incidentId: id, text });
  const room = await ana.opensRoom(key);
  const entry = room.entry('pool is empty');
  await expect(entry.locator('strong', { hasText: 'pool' })).toBeVisible();
  await expect(entry.getByRole('cell', { name: 'orders' })).toBeVisible();
  await expect(entry.getByText('ERROR line 7 of *this*')).toBeVisible();
  await expect(entry.getByText('ERROR line 20')).toHaveCount(0);
  await entry.getByRole('button', { name: 'Show 29 more lines' }).click();
  await expect(entry.getByText('ERROR line 20 of *this*')).toBeVisible();
  await entry.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => ana.page.evaluate(() => navigator.clipboard.readText())).toBe(log);
});

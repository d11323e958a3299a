import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import type { Person } from './support/person.ts';

/** Where things are; equal as long as nothing moves. */
const places = async (...things: readonly Locator[]): Promise<unknown[]> => {
  const all: unknown[] = [];
  for (const thing of things) all.push(await thing.boundingBox());
  return all;
};

const rowsOf = ({ page }: Person): Promise<string[]> =>
  page.locator('li[data-row] a[data-board-row]').allTextContents();

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Led, so that only the severity orders them. */
const led = async (person: Person, title: string, severity: number): Promise<{ id: string; key: string }> => {
  const incident = await person.declares(title, { severity });
  await person.command('incident.take-role', { incidentId: incident.id, role: 'commander' });
  return incident;
};

const raise = (person: Person, incidentId: string, severity: number) =>
  person.command('incident.change-severity', { incidentId, severity });

test('[BV-10] [BV-11] [BV-14] [BV-30] [BV-31] While I am in the list nothing moves: what changes is marked, the order waits for r', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  await led(ben, 'First', 2);
  const second = await led(ben, 'Second', 3);
  await expect(ana.row('Second')).toContainText('Ben');
  const { page } = ana;
  await page.keyboard.press('j');
  await expect(ana.row('First').getByRole('link')).toBeFocused();
  const before = await places(ana.row('First'), ana.row('Second'));

  await raise(ben, second.id, 1);
  const row = ana.row('Second');
  await expect(row).toContainText('SEV1');
  await expect(row.locator('[data-tint]')).toHaveCount(1);
  await expect(row).toContainText(/Ben: SEV3 → SEV1, \d\d:\d\d:\d\dZ/);
  await expect(page.getByRole('button', { name: 'Order changed' })).toBeVisible();
  expect(await places(ana.row('First'), row)).toEqual(before);

  await ben.declares('Third', { severity: 1 });
  await expect(page.getByRole('button', { name: '1 new: SEV1 Third' })).toBeVisible();
  expect(await places(ana.row('First'), row)).toEqual(before);
  expect(await rowsOf(ana)).toEqual(['First', 'Second']);

  await page.keyboard.press('r');
  expect(await rowsOf(ana)).toEqual(['Third', 'Second', 'First']);
  expect(await focused(page)).toBe('First');
  await expect(page.getByRole('button', { name: /new:|Order changed/ })).toHaveCount(0);

  await test.step('the dot goes once I have been at the row', async () => {
    await expect(row.locator('[data-new]')).toHaveCount(1);
    await row.hover();
    await ana.row('First').hover();
    await expect(row.locator('[data-new]')).toHaveCount(0);
  });

  await test.step('once I am away the list follows', async () => {
    await page.getByRole('heading', { name: 'Board' }).hover();
    await page.evaluate(() => document.querySelector<HTMLElement>(':focus')?.blur());
    await ben.declares('Fourth', { severity: 1 });
    await expect.poll(() => rowsOf(ana)).toEqual(['Third', 'Fourth', 'Second', 'First']);
  });
});

test('[BV-12] [BV-14] The incident in my hands is closed by another: its row stays and keeps my focus until I go', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'commander');
  const first = await led(ben, 'First', 2);
  const second = await led(ben, 'Second', 3);
  await led(ben, 'Third', 4);
  await expect(ana.row('Third')).toContainText('Ben');
  const { page } = ana;
  for (const key of ['j', 'j']) await page.keyboard.press(key);
  await expect(ana.row('Second').getByRole('link')).toBeFocused();
  const before = await places(ana.row('First'), ana.row('Second'), ana.row('Third'));
  for (const { id } of [first, second]) {
    await ben.command('incident.close', { incidentId: id, as: 'false-alarm', reason: 'A test' });
  }
  await expect(ana.row('Second')).toContainText('Left the board');
  await expect(ana.row('First')).toContainText('Left the board');
  await expect(ana.row('Second').getByRole('link')).toBeFocused();
  expect(await places(ana.row('First'), ana.row('Second'), ana.row('Third'))).toEqual(before);
  await page.keyboard.press('r');
  await expect(ana.row('Third').getByRole('link')).toBeFocused();
  await expect(ana.board.getByRole('listitem')).toHaveCount(1);
});

test('[BV-20] [BV-21] Paused, the board stands still but for what I do, and counts', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { id } = await led(ben, 'First', 3);
  const free = await ben.declares('Second', { severity: 4 });
  await expect(ana.row('Second')).toBeVisible();
  const { page } = ana;
  await page.keyboard.press('p');
  await expect(page.getByRole('button', { name: 'Paused' })).toHaveAttribute('aria-pressed', 'true');
  await raise(ben, id, 1);
  await ben.declares('Third', { severity: 1 });
  await expect(page.getByRole('button', { name: 'Paused, 2 changes' })).toBeVisible();
  await expect(ana.row('First')).toContainText('SEV3');
  await ana.command('incident.take-role', { incidentId: free.id, role: 'commander' });
  await expect(ana.row('Second')).toContainText('Ana');
  await page.keyboard.press('p');
  await expect.poll(() => rowsOf(ana)).toEqual(['Third', 'First', 'Second']);
});

test('[RV-10] [RV-11] [RV-12] A field that another changes is marked, tells who and from what, and no slot moves; my own is not', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await led(ana, 'Checkout answers with errors', 2);
  const { page, room } = ana;
  await ana.opensRoom(key);
  const slots = [room.severity, room.status, page.getByRole('heading', { level: 1 }), room.role('Technical Lead')];
  const before = await places(room.header, ...slots.slice(0, 3));

  await raise(ben, id, 1);
  await expect(room.severity).toHaveAccessibleName('Severity SEV1: change');
  await expect(room.severity).toHaveAccessibleDescription(/^Ben: SEV2 → SEV1, \d\d:\d\d:\d\dZ$/);
  const marked = room.header.locator('span:has(> [data-new])');
  await expect(marked).toHaveCount(1);
  await expect(marked).toContainText('SEV1');
  await ben.command('incident.change-status', { incidentId: id, status: 'investigating' });
  await expect(room.status).toHaveAccessibleDescription(/^Ben: Detected → Investigating/);
  await expect(marked).toHaveCount(2);
  expect(await places(room.header, ...slots.slice(0, 3))).toEqual(before);

  await test.step('the dot goes when I have been there', async () => {
    await room.severity.hover();
    await page.getByRole('heading', { level: 1 }).hover();
    await expect(marked).toHaveCount(1);
    await expect(marked).toContainText('Investigating');
  });

  await test.step('what I change myself has no mark', async () => {
    await room.status.hover();
    await page.getByRole('heading', { level: 1 }).hover();
    await expect(marked).toHaveCount(0);
    await room.choosesStatus('Identified');
    await expect(room.status).toHaveAccessibleDescription(/^Ana: Investigating → Identified/);
    await expect(room.header.locator('[data-new], [data-tint]')).toHaveCount(0);
  });
});

test('[RV-10] Where motion is not wanted a bar stands in its place, and nothing is animated', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander', { reducedMotion: 'reduce' });
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await led(ana, 'Checkout answers with errors', 2);
  await ana.opensRoom(key);
  await raise(ben, id, 1);
  const tint = ana.room.header.locator('[data-tint]');
  await expect(tint).toHaveCSS('border-left-width', '3px');
  expect(await ana.page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('[RV-2] [BV-10] Fifty events come in while I write: my focus, my text and the header stay where they are', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await led(ana, 'Checkout answers with errors', 2);
  const { room } = ana;
  await ana.opensRoom(key);
  await room.composer.fill('Half a sentence');
  const before = await places(room.header, room.severity, room.status, room.composer);
  for (let count = 1; count <= 25; count += 1) {
    await ben.command('timeline.add-entry', { incidentId: id, text: `Measured ${count} times` });
    await ben.command('incident.change-severity', {
      incidentId: id,
      severity: count % 2 === 1 ? 1 : 2,
      ...(count % 2 === 1 ? {} : { reason: 'Again' }),
    });
  }
  await expect(room.entry('Measured 25 times')).toBeVisible();
  await expect(room.composer).toBeFocused();
  await expect(room.composer).toHaveValue('Half a sentence');
  expect(await places(room.header, room.severity, room.status, room.composer)).toEqual(before);
});

test('[RV-20] [RV-21] I see who is here, who types and who has gone; nothing moves for it', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await led(ana, 'Checkout answers with errors', 2);
  const { page, room } = ana;
  await ana.opensRoom(key);
  await expect(room.header.getByRole('button', { name: '1 person is here: show who' })).toBeVisible();
  const before = await places(room.header, room.severity, room.role('Scribe'), room.composer);
  await ben.opensRoom(key);
  await expect(room.header.getByRole('button', { name: '2 people are here: show who' })).toBeVisible();
  await ben.room.composer.pressSequentially('Looking at the po');
  await expect(page.locator('[data-typing]')).toHaveText('Ben is typing');
  await expect(room.header.locator('[data-doing="typing"]')).toHaveCount(1);
  expect(await places(room.header, room.severity, room.role('Scribe'), room.composer)).toEqual(before);
  await room.header.getByRole('button', { name: '2 people are here: show who' }).click();
  const list = page.getByRole('list', { name: 'Here now' });
  await expect(list.getByRole('listitem')).toHaveText([/Ben\s*typing/, /Ana \(you\)\s*here/]);
  await ben.goto('/');
  await expect(list.getByRole('listitem')).toHaveText([/Ana \(you\)/]);
  await expect(page.locator('[data-typing]')).toHaveText('');
});

test('[BRIEF-13] b copies the sentence that tells the incident, and shows it', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { id, key } = await led(ana, 'Checkout answers with errors', 1);
  await ana.command('timeline.add-entry', { incidentId: id, kind: 'impact', text: 'Half of all orders fail' });
  const { page } = ana;
  await ana.opensRoom(key);
  await expect(ana.room.entry('Half of all orders fail')).toBeVisible();
  await page.keyboard.press('b');
  const sentence = new RegExp(
    `^SEV1 ${key} “Checkout answers with errors”, detected for \\d+ s; impact: Half of all orders fail; Ana commands; ` +
      `needs a communications lead; next update in \\d+ [ms]\\. ${ana.address}/incidents/${key}$`,
  );
  await expect(page.getByText(sentence)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(sentence);
});

test('[BRIEF-14] It is read aloud, and stops when I say so; a browser that cannot speak does not offer it', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { key } = await led(ana, 'Checkout answers with errors', 1);
  const { page } = ana;
  // The voice belongs to the machine: here one that never ends by itself.
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    Object.defineProperty(window, 'speechSynthesis', {
      configurable: true,
      value: {
        speak: ({ text }: SpeechSynthesisUtterance) => said.push(text),
        cancel: () => said.push('(silence)'),
      },
    });
  });
  await ana.opensRoom(key);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await ana.room.chooses('Read aloud');
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect((await said()).at(-1)).toMatch(/^Severity 1: Checkout answers with errors, detected for/);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await ana.room.chooses('Stop reading');
  expect((await said()).at(-1)).toBe('(silence)');

  await page.addInitScript(() => {
    delete (window as { speechSynthesis?: unknown }).speechSynthesis;
    delete (window as { SpeechSynthesisUtterance?: unknown }).SpeechSynthesisUtterance;
  });
  await ana.opensRoom(key);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Copy for chat' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Read aloud' })).toHaveCount(0);
});

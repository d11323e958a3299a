import { expect, test } from './fixtures/test.ts';
import { drawnJpeg, jpegBlocks, pastes, withExif } from './support/pictures.ts';

const CHAT = `Ana Ruiz  10:32 AM
Checkout answers with 503
since a minute
Ben  10:33 AM
decided to fail over
Zed Unknown  10:35 AM
customers cannot pay`;

test('[WRITE-71] [WRITE-72] A chat that I paste becomes dated entries, after a look at each line', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await room.composer.focus();
  await pastes(room.composer, { text: CHAT });
  await expect(room.composer).toHaveValue(CHAT);
  await ana.page.getByRole('button', { name: 'Paste to timeline…' }).click();

  const dialog = ana.page.getByRole('dialog', { name: 'Paste to timeline' });
  const rows = dialog.getByRole('list', { name: 'Entries' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1).getByRole('textbox', { name: 'Text' })).toHaveValue('decided to fail over');
  await expect(rows.nth(1).getByRole('combobox', { name: 'Kind' })).toHaveValue('decision');
  await rows.nth(2).getByRole('textbox', { name: 'Text' }).fill('customers cannot pay by card');
  await rows.nth(0).getByRole('checkbox', { name: 'Take this line' }).uncheck();
  await dialog.getByRole('button', { name: 'Add 2 entries' }).click();

  await expect(dialog).toBeHidden();
  await expect(room.composer).toHaveValue('');
  await expect(bens.entry('decided to fail over')).toContainText('Decision');
  await expect(bens.entry('customers cannot pay by card')).toContainText('Impact');
  await expect(bens.entry('Checkout answers with 503')).toHaveCount(0);
});

test('[WRITE-70] What I paste again is marked as there already, and not taken', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  for (const again of [false, true]) {
    await ana.page.getByRole('button', { name: 'Attach or paste' }).click();
    await room.chooses('Paste to timeline…');
    const dialog = ana.page.getByRole('dialog', { name: 'Paste to timeline' });
    await dialog.getByRole('textbox', { name: 'Pasted text' }).fill('00:01 errors rise\n00:02 looking');
    await dialog.getByRole('button', { name: 'Look at the entries' }).click();
    if (again) {
      await expect(dialog.getByText('Already on the timeline')).toHaveCount(2);
      await expect(dialog.getByText('No line is chosen.')).toBeVisible();
    } else {
      await dialog.getByRole('button', { name: 'Add 2 entries' }).click();
      await expect(room.entry('errors rise')).toBeVisible();
    }
  }
});

test('[WRITE-69] A time in the future is refused in words, until I correct it', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  await ana.page.getByRole('button', { name: 'Attach or paste' }).click();
  await room.chooses('Paste to timeline…');
  const dialog = ana.page.getByRole('dialog', { name: 'Paste to timeline' });
  await dialog.getByRole('textbox', { name: 'Pasted text' }).fill('2091-01-01 10:00 errors rise');
  await dialog.getByRole('button', { name: 'Look at the entries' }).click();
  await expect(dialog.getByText('Lies in the future')).toBeVisible();
  await expect(dialog.getByText('1 line needs a correction')).toBeVisible();
  await dialog.getByLabel('Time', { exact: true }).fill('2026-01-01T10:00:00');
  await dialog.getByRole('button', { name: 'Add 1 entry' }).click();
  await expect(room.entry('errors rise')).toBeVisible();
});

test('[WRITE-40] A photo that I paste arrives upright, and without where it was taken', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  const photo = withExif(await drawnJpeg(room.composer, 80, 40), 'SpyCam 3000');
  expect(jpegBlocks(photo).map(([name]) => name)).toContain('e1');
  expect(photo.includes('SpyCam')).toBe(true);
  await pastes(room.composer, { files: [{ name: 'IMG_1.jpg', type: 'image/jpeg', base64: photo.toString('base64') }] });
  await expect(ana.page.getByRole('list', { name: 'Files to send' })).toContainText('IMG_1.jpg');
  await room.composer.fill('What the dashboard shows');
  await room.composer.press('Enter');

  const entry = bens.entry('What the dashboard shows');
  const picture = entry.getByRole('button', { name: 'Open picture IMG_1.jpg' });
  await expect(picture).toBeVisible();
  // It lay on its side: 80 by 40 is 40 by 80.
  await expect(picture.locator('img')).toHaveJSProperty('complete', true);
  expect(await picture.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth / img.naturalHeight)).toBe(
    0.5,
  );
  await picture.click();
  const dialog = ben.page.getByRole('dialog', { name: 'IMG_1.jpg' });
  const address = await dialog.getByRole('img', { name: 'IMG_1.jpg' }).getAttribute('src');
  for (const path of [address ?? '', `${address}/thumbnail`]) {
    const answer = await ben.api.requests.get(`${ben.address}${path}`);
    const stored = await answer.body();
    expect(answer.ok()).toBe(true);
    expect(stored.includes('SpyCam')).toBe(false);
    expect(stored.includes('Exif')).toBe(false);
  }
  const stored = await (await ben.api.requests.get(`${ben.address}${address}`)).body();
  expect(jpegBlocks(stored).map(([name]) => name)).not.toContain('e1');
  await ben.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('[WRITE-45] Several pictures open large, and arrows go on; other files can be downloaded', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  const base64 = (await drawnJpeg(room.composer, 60, 60)).toString('base64');
  await pastes(room.composer, {
    files: [
      { name: 'one.jpg', type: 'image/jpeg', base64 },
      { name: 'two.jpg', type: 'image/jpeg', base64 },
      { name: 'trace.log', type: 'text/plain', base64: Buffer.from('line 1\nline 2\n').toString('base64') },
    ],
  });
  await room.composer.press('Enter');
  const entry = room.entry('trace.log');
  await entry.getByRole('button', { name: 'Open picture one.jpg' }).click();
  await expect(ana.page.getByRole('img', { name: 'one.jpg' })).toBeVisible();
  await ana.page.keyboard.press('ArrowRight');
  await expect(ana.page.getByRole('img', { name: 'two.jpg' })).toBeVisible();
  await ana.page.keyboard.press('Escape');
  await expect(ana.page.getByRole('img', { name: 'two.jpg' })).toBeHidden();
  await expect(entry.getByRole('button', { name: 'Open picture one.jpg' })).toBeFocused();
  const download = ana.page.waitForEvent('download');
  await entry.getByRole('link', { name: 'Download trace.log, 14 bytes' }).click();
  expect((await download).suggestedFilename()).toBe('trace.log');
});

test('[WRITE-42] An upload that fails says so, holds the line back, and is tried again', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  ana.watch.expects(/files\//);
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  let fails = true;
  await ana.page.route('**/files/*', (route) => (fails ? route.abort() : route.continue()));
  const log = { name: 'trace.log', type: 'text/plain', base64: Buffer.from('a').toString('base64') };
  await pastes(room.composer, { files: [log] });
  const files = ana.page.getByRole('list', { name: 'Files to send' });
  await expect(files.getByRole('alert')).toContainText('Nothing is lost: try again.');
  await room.composer.fill('The trace');
  await room.composer.press('Enter');
  await expect(ana.page.getByText('A file did not get through')).toBeVisible();
  await expect(room.composer).toHaveValue('The trace');
  fails = false;
  await files.getByRole('button', { name: 'Upload trace.log again' }).click();
  await expect(files.getByText('1 byte')).toBeVisible();
  await room.composer.press('Enter');
  await expect(room.entry('The trace').getByRole('link', { name: /^Download trace\.log/ })).toBeVisible();
});

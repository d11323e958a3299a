import { expect, test } from './fixtures/test.ts';
import type { Person } from './support/person.ts';
import { pastes } from './support/pictures.ts';

const SCRIPTS = [
  '<script>window.ran = true</script>',
  '<img src=x onerror="window.ran = true">',
  '<svg onload="window.ran = true">',
  '[click](javascript:window.ran=true)',
  '[click](data:text/html,<script>parent.ran=true</script>)',
  '![x](javascript:window.ran=true)',
  '**<iframe srcdoc="<script>parent.ran=true</script>">**',
  '`<b onmouseover="window.ran = true">`',
  '"><script>window.ran = true</script>',
  '{{constructor.constructor("window.ran=true")()}}',
];
const EMOJI = '🔥'.repeat(5_000);
const UNBROKEN = 'x'.repeat(200);
const TURNED = '\u202Eexe.tfosorciM\u202C \u2067abc\u2069 \u200Fשלום\u200F';

const doesNotScroll = (person: Person): Promise<void> =>
  expect
    .poll(() =>
      person.page.evaluate(() => ({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        log: (() => {
          const log = document.querySelector('[role="log"]');
          return log === null ? 0 : log.scrollWidth - log.clientWidth;
        })(),
      })),
    )
    .toEqual({ page: 0, log: 0 });

const ran = (person: Person): Promise<unknown> => person.page.evaluate(() => (window as { ran?: unknown }).ran);

for (const withPolicy of [true, false]) {
  for (const width of [1440, 320]) {
    const name = `at ${width} px, ${withPolicy ? 'with' : 'without'} the content security policy`;
    test(`[WRITE-80] Whatever is written is shown safely, and the layout holds, ${name}`, async ({ person }) => {
      const ana = await person('A'.repeat(80), 'ana', 'commander', {
        viewport: { width, height: 900 },
        bypassCSP: !withPolicy,
      });
      ana.page.on('dialog', () => expect.soft('a dialog', 'a script ran').toBe('none'));
      const { id, key } = await ana.declares(UNBROKEN, {
        summary: SCRIPTS.join('\n'),
        services: Array.from({ length: 40 }, (_, index) => `service-${index}-${'y'.repeat(40)}`),
      });
      for (const text of [
        ...SCRIPTS,
        SCRIPTS.join('\n'),
        EMOJI,
        UNBROKEN.repeat(20),
        TURNED,
        '| '.repeat(500),
        '\n'.repeat(400) + 'end',
        'The last line',
      ]) {
        await ana.command('timeline.add-entry', { incidentId: id, text });
      }
      const room = await ana.opensRoom(key);
      await expect(room.entry('The last line')).toBeVisible();
      await doesNotScroll(ana);
      await room.log.press('Home');
      await expect(room.entry(SCRIPTS[0] ?? '')).not.toHaveCount(0);
      await doesNotScroll(ana);
      expect(await ran(ana)).toBeUndefined();
      await ana.goto('/');
      await expect(ana.row(UNBROKEN)).toBeVisible();
      await doesNotScroll(ana);
      expect(await ran(ana)).toBeUndefined();
    });
  }
}

test('[WRITE-81] Marks of direction in a text turn nothing beside it', async ({ person }) => {
  const ana = await person('Ana \u202Eneb', 'ana', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.command('timeline.add-entry', { incidentId: id, text: TURNED });
  const room = await ana.opensRoom(key);
  const entry = room.entry('שלום');
  const isolated = await entry.evaluate((row) => {
    const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    const open: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!/[\u202A-\u202E\u2066-\u2069\u200F]/u.test(node.textContent ?? '')) continue;
      const isolator = node.parentElement?.closest('bdi, [dir="auto"], [dir="ltr"]');
      if (isolator === null || isolator === undefined || !row.contains(isolator)) open.push(node.textContent ?? '');
    }
    return open;
  });
  expect(isolated).toEqual([]);
});

test('[WRITE-46] Ten megabytes are not let in; what stands there stays, and it can go as a file', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  await room.composer.fill('What I wrote');
  await room.composer.focus();
  await pastes(room.composer, { text: 'some words, '.repeat(800_000) });
  await expect(ana.page.getByText('That is 9,600,000 characters')).toBeVisible();
  await expect(room.composer).toHaveValue('What I wrote');
  await expect(room.composer).toBeFocused();
  await ana.page.keyboard.type(' goes on');
  await expect(room.composer).toHaveValue('What I wrote goes on');
  await ana.page.getByRole('button', { name: 'Attach it as a file' }).click();
  const files = ana.page.getByRole('list', { name: 'Files to send' });
  await expect(files.getByText('9.6 MB')).toBeVisible();
  await room.composer.press('Enter');
  await expect(
    room.entry('What I wrote goes on').getByRole('link', { name: /^Download pasted-\d{6}\.txt, 9\.6 MB$/ }),
  ).toBeVisible();
});

test('[WRITE-82] Pasted HTML comes as its words', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  await room.composer.focus();
  await room.composer.evaluate((field) => {
    const data = new DataTransfer();
    data.setData('text/html', '<b onclick="window.ran=true">bold</b><script>window.ran=true</script>');
    data.setData('text/plain', 'bold');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    document.execCommand('insertText', false, 'bold');
  });
  await expect(room.composer).toHaveValue('bold');
  expect(await ran(ana)).toBeUndefined();
});

import { expect, test } from './fixtures/test.ts';
import { OUTAGE } from './support/page-watch.ts';
import type { Person } from './support/person.ts';

const NOTES = Array.from({ length: 10 }, (_, index) => `Measured ${index + 1} of 10`);

/** Differs after a reload. */
const loadedAt = ({ page }: Person): Promise<number> => page.evaluate(() => performance.timeOrigin);

const says = ({ page }: Person, text: string | RegExp) =>
  expect(page.getByRole('region', { name: 'Connection' })).toContainText(text, { timeout: 20_000 });

// How long a connection is lost before a page says so is real time.
test.slow();

test('[JRN-50] The server is killed while I write and comes back: nothing is lost, nothing twice, no page reloaded', async ({
  sitrep,
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  const loaded = [await loadedAt(ana), await loadedAt(ben)];
  for (const { watch } of [ana, ben]) watch.expects(OUTAGE);

  const [first = '', ...others] = NOTES;
  await anas.writes(first);
  await expect(bens.entry(first)).toBeVisible();
  const writing = (async () => {
    for (const note of others) await anas.writes(note);
  })();
  await sitrep.kill();
  await writing;

  await says(ana, /Reconnecting, data as of \d\d:\d\d:\d\dZ/);
  await says(ben, /Reconnecting, data as of \d\d:\d\d:\d\dZ/);
  await expect(anas.entry(/Measured \d+ of 10/)).toContainText(NOTES);

  await sitrep.restart();
  for (const room of [anas, bens]) {
    await expect(room.entry(/Measured \d+ of 10/)).toContainText(NOTES, { timeout: 20_000 });
    await expect(room.log).not.toContainText('Unsent');
    await expect(room.log).not.toContainText('Sending');
  }
  await expect(ana.page.getByRole('button', { name: /\d+ unsent/ })).toBeHidden();
  expect([await loadedAt(ana), await loadedAt(ben)]).toEqual(loaded);

  await test.step('the log holds each note once, in the order in which it was written', async () => {
    const { items } = (await ana.api.get(`/api/v1/incidents/${id}/timeline?limit=100`)) as {
      items: readonly { text?: string }[];
    };
    expect(items.flatMap(({ text }) => (text === undefined ? [] : [text]))).toEqual(NOTES);
  });

  await test.step('and both work on', async () => {
    await bens.writes('Back again');
    await expect(anas.entry('Back again')).toContainText('Ben');
    await anas.choosesStatus('Investigating');
    await expect(bens.status).toHaveAccessibleName('Status Investigating: change');
  });
});

test('[JRN-51] I open Sitrep while the server is away: the page that is there waits, and goes on by itself', async ({
  sitrep,
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  await ana.declares('Checkout answers with errors');
  await expect(ana.row('Checkout answers with errors')).toBeVisible();
  const loaded = await loadedAt(ana);
  ana.watch.expects(OUTAGE);
  await sitrep.kill();
  await says(ana, 'No connection, data as of');
  await expect(ana.row('Checkout answers with errors')).toBeVisible();
  await expect(ana.page.getByRole('button', { name: 'Declare', exact: true })).toHaveAccessibleDescription(
    /^Not while the connection is lost/,
  );
  // Whether or not the code of the room has arrived by now.
  await ana.row('Checkout answers with errors').getByRole('link').click();
  await sitrep.restart();
  await expect(ana.page.getByRole('region', { name: 'Connection' })).toBeHidden({ timeout: 30_000 });
  await expect(ana.room.header).toContainText('Checkout answers with errors');
  expect(await loadedAt(ana)).toBe(loaded);
  await ana.page.keyboard.press('c');
  await ana.page.getByLabel('What is broken?').fill('Another one');
  await ana.page.keyboard.press('Control+Enter');
  await expect(ana.room.header).toContainText('Another one');
});

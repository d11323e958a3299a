import { expect, test } from './fixtures/test.ts';
import { OUTAGE } from './support/page-watch.ts';

const NOTES = ['First, the pool is exhausted', 'Second, it was not the pool', 'Third, a lock in the database'];
const MINE = /^\D*\d\d:\d\d:\d\d.*(First|Second|Third),/;

// How long a connection is lost before a page says so is real time.
test.slow();

test('[JRN-52] What I write while cut off waits with its count, survives closing the tab, and arrives once and in order', async ({
  person,
  network,
}) => {
  const ana = await person('Ana', 'ana', 'commander', { via: network });
  const ben = await person('Ben', 'ben', 'responder');
  ana.watch.expects(OUTAGE);
  const { key } = await ben.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);

  network.cut();
  const strip = ana.page.getByRole('region', { name: 'Connection' });
  await expect(strip).toContainText(/Reconnecting, data as of \d\d:\d\d:\d\dZ/);
  for (const note of NOTES) await anas.writes(note);
  await expect(anas.entry(MINE)).toContainText(NOTES);
  await expect(anas.entry('Third, a lock')).toContainText('Unsent');
  await expect(ana.page.getByRole('button', { name: '3 unsent' })).toBeVisible();

  await test.step('what needs the server says that it has to wait', async () => {
    await expect(strip).toContainText('No connection, data as of', { timeout: 25_000 });
    for (const control of [anas.severity, anas.status, ana.page.getByRole('button', { name: 'Take command (I)' })]) {
      await expect(control).toHaveAttribute('aria-disabled', 'true');
      await expect(control).toHaveAccessibleDescription(/^Not while the connection is lost/);
    }
    await expect(anas.composer).not.toHaveAttribute('aria-disabled');
  });

  await ana.page.close();
  await expect(bens.entry(MINE)).toHaveCount(0);
  network.restore();
  const reopened = await ana.opensAnotherTab();
  await reopened.opensRoom(key);
  await expect(bens.entry(MINE)).toContainText(NOTES);
  await expect(reopened.room.entry(MINE)).toContainText(NOTES);
  await expect(reopened.page.getByRole('button', { name: /unsent/ })).toBeHidden();
  await expect(reopened.room.log).not.toContainText(/Unsent|Sending/);
  await expect(bens.entry(MINE)).toHaveCount(NOTES.length);
});

test('[JRN-53] My network goes silent: I am told how old my page is, and it catches up where it was', async ({
  person,
  network,
}) => {
  const ana = await person('Ana', 'ana', 'commander', { via: network });
  const ben = await person('Ben', 'ben', 'responder');
  ana.watch.expects(OUTAGE);
  const { key } = await ben.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await bens.writes('Before');
  await expect(anas.entry('Before')).toBeVisible();

  network.silence();
  await bens.writes('While Ana was away');
  const strip = ana.page.getByRole('region', { name: 'Connection' });
  await expect(strip).toContainText(/Reconnecting, data as of \d\d:\d\d:\d\dZ/, { timeout: 15_000 });
  await anas.writes('Written in the tunnel');
  await expect(anas.entry('Written in the tunnel')).toBeVisible();
  await expect(strip).toContainText(/No connection, data as of \d\d:\d\d:\d\dZ/, { timeout: 20_000 });
  await expect(bens.entry('Written in the tunnel')).toHaveCount(0);

  network.restore();
  await expect(strip).toContainText(/Back: \d changes? caught up/, { timeout: 20_000 });
  for (const room of [anas, bens]) {
    await expect(room.entry('While Ana was away')).toHaveCount(1);
    await expect(room.entry('Written in the tunnel')).toHaveCount(1);
  }
});

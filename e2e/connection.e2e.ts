import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { OUTAGE } from './support/page-watch.ts';
import type { Person } from './support/person.ts';

const NOTES = ['Written first', 'Written second', 'Written third'];
const MINE = /Written (first|second|third)/;

const places = (...things: readonly Locator[]): Promise<unknown[]> =>
  Promise.all(things.map((thing) => thing.boundingBox()));

/** Differs after a reload. */
const loadedAt = (page: Page): Promise<number> => page.evaluate(() => performance.timeOrigin);

const strip = ({ page }: Person): Locator => page.getByRole('region', { name: 'Connection' });

const isLive = ({ page }: Person): Promise<void> => expect(page.getByText('Live', { exact: true })).toBeVisible();

// How long a connection is lost before a page says so is real time.
test.slow();

test('[CONN-1] [CONN-2] [CONN-3] The connection comes and goes without moving what I read or what I write in', async ({
  person,
  network,
}) => {
  const ana = await person('Ana', 'ana', 'commander', { via: network });
  const ben = await person('Ben', 'ben', 'responder');
  ana.watch.expects(OUTAGE);
  const { id, key } = await ben.declares('Checkout answers with errors');
  for (let count = 1; count <= 40; count += 1) {
    await ben.command('timeline.add-entry', { incidentId: id, text: `Measured ${count} times` });
  }
  const { page, room } = ana;
  await ana.opensRoom(key);
  await expect(room.entry('Measured 40 times')).toBeInViewport();
  await room.composer.fill('Half a sentence');
  await page.getByRole('heading', { level: 1 }).hover();
  const all = [room.header, room.entry('Measured 39 times'), room.composer] as const;
  const before = await places(...all);

  network.cut();
  await expect(strip(ana)).toContainText(/Reconnecting, data as of \d\d:\d\d:\d\dZ/);
  expect(await places(...all)).toEqual(before);
  await expect(strip(ana)).toContainText(/No connection, data as of \d\d:\d\d:\d\dZ/, { timeout: 25_000 });
  expect(await places(...all)).toEqual(before);
  await expect(room.composer).toBeFocused();
  await expect(room.status).toHaveAttribute('aria-disabled', 'true');

  await ben.command('incident.change-severity', { incidentId: id, severity: 1 });
  network.restore();
  await expect(strip(ana)).toContainText(/Back: \d+ changes? caught up/, { timeout: 20_000 });
  await expect(room.severity).toHaveAccessibleName('Severity SEV1: change');
  await expect(room.composer).toHaveValue('Half a sentence');
  await expect(room.status).not.toHaveAttribute('aria-disabled');
  expect(await places(room.header, room.composer)).toEqual([before[0], before[2]]);
});

test('[CONN-4] My page was frozen while others worked: it shows everything once it wakes', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  ana.watch.expects(OUTAGE);
  const { id, key } = await ben.declares('Checkout answers with errors');
  await ana.opensRoom(key);
  const loaded = await loadedAt(ana.page);
  const devtools = await ana.context.newCDPSession(ana.page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  for (const text of NOTES) await ben.command('timeline.add-entry', { incidentId: id, text });
  await ben.command('incident.change-severity', { incidentId: id, severity: 1 });
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(ana.room.entry(MINE)).toContainText(NOTES);
  await expect(ana.room.severity).toHaveAccessibleName('Severity SEV1: change');
  expect(await loadedAt(ana.page)).toBe(loaded);
});

/** From when it says so, the server tells this page that it is too old. */
const newServerFor = async (page: Page): Promise<{ arrive: () => void; leave: () => void }> => {
  const sockets = new Set<() => void>();
  let isNewer = false;
  await page.routeWebSocket(/\/socket\.io\//, (socket) => {
    const server = socket.connectToServer();
    sockets.add(() => void socket.close());
    server.onMessage((message) => {
      // The answer to the handshake: a refusal, as a server of another protocol gives it.
      if (isNewer && message.toString().startsWith('40')) {
        socket.send('44{"message":"Another protocol","data":{"code":"protocol"}}');
      } else socket.send(message);
    });
  });
  return {
    arrive: () => {
      isNewer = true;
      for (const close of sockets) close();
    },
    leave: () => {
      isNewer = false;
    },
  };
};

test('[CONN-10] [CONN-11] A newer server: my page reloads once I pause, with what I was writing', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  ana.watch.expects(OUTAGE);
  const { page, room } = ana;
  const { key } = await ana.declares('Checkout answers with errors');
  const server = await newServerFor(page);
  await page.clock.install();
  await ana.opensRoom(key);
  await expect(room.entry('declared')).toBeVisible();
  await isLive(ana);
  // Gone after a reload; the clock of this page is the test's.
  await page.evaluate(() => Object.assign(window, { sameAsBefore: true }));
  const isSame = () => page.evaluate(() => 'sameAsBefore' in window);
  await room.composer.fill('Half a sentence');
  server.arrive();
  await expect(strip(ana)).toContainText('Sitrep was updated');
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await room.composer.pressSequentially(' and more');
  await page.clock.runFor(15_000);
  expect(await isSame()).toBe(true);

  server.leave();
  const reloaded = page.waitForEvent('load');
  await page.clock.runFor(10_000);
  await reloaded;
  await expect(room.composer).toHaveValue('Half a sentence and more');
  expect(await isSame()).toBe(false);
  await room.composer.press('Enter');
  await expect(room.entry('Half a sentence and more')).toBeVisible();
});

test('[CONN-5] Who signs in at my browser after me neither sees nor sends what I wrote; once I am back it arrives', async ({
  person,
  network,
  administration,
}) => {
  const ana = await person('Ana', 'ana', 'commander', { via: network });
  const ben = await person('Ben', 'ben', 'responder');
  ana.watch.expects(OUTAGE);
  const { id, key } = await ben.declares('Checkout answers with errors');
  const { me } = (await ana.api.get('/api/v1/session')) as { me: { id: string } };
  const anas = await ana.opensRoom(key);
  await isLive(ana);
  network.cut();
  await expect(strip(ana)).toContainText('Reconnecting');
  for (const note of NOTES) await anas.writes(note);
  await expect(ana.page.getByRole('button', { name: '3 unsent' })).toBeVisible();
  await ana.page.close();

  await test.step('Cleo sits down at the same browser', async () => {
    await ana.context.clearCookies();
    network.restore();
    const { token } = await administration.command('people.invite', {
      name: 'Cleo',
      handle: 'cleo',
      role: 'responder',
    });
    const cleo = await ana.opensAnotherTab();
    await cleo.goto(`/join#token=${token}`);
    await cleo.page.getByRole('button', { name: 'Join' }).click();
    await expect(cleo.page.getByRole('heading', { name: 'Board' })).toBeVisible();
    const room = await cleo.opensRoom(key);
    await room.writes('By Cleo');
    await expect(room.entry('By Cleo')).not.toContainText(/Sending|Unsent/);
    await expect(room.entry(MINE)).toHaveCount(0);
    await expect(cleo.page.getByRole('button', { name: /unsent/ })).toHaveCount(0);
    await cleo.page.close();
  });

  const bens = await ben.opensRoom(key);
  await expect(bens.entry('By Cleo')).toBeVisible();
  await expect(bens.entry(MINE)).toHaveCount(0);

  await test.step('Ana is back', async () => {
    const { url } = (await administration.post('/api/v1/sign-in-links', { userId: me.id })) as { url: string };
    await ana.context.clearCookies();
    const again = await ana.opensAnotherTab();
    await again.goto(url.replace(/^https?:\/\/[^/]+/, ''));
    await expect(again.page.getByRole('heading', { name: 'Board' })).toBeVisible();
  });
  await expect(bens.entry(MINE)).toContainText(NOTES);
  const { items } = (await ben.api.get(`/api/v1/incidents/${id}/timeline?limit=100`)) as {
    items: readonly { text?: string; by: string }[];
  };
  const written = items.filter(({ text }) => text !== undefined && MINE.test(text));
  expect(written.map(({ text }) => text)).toEqual(NOTES);
  expect(new Set(written.map(({ by }) => by)).size).toBe(1);
});

test('[CONN-5] My tab crashes while I am cut off: what I wrote arrives once and in order from the next one', async ({
  person,
  network,
}) => {
  const ana = await person('Ana', 'ana', 'commander', { via: network });
  const ben = await person('Ben', 'ben', 'responder');
  ana.watch.expects(OUTAGE);
  const { key } = await ben.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await isLive(ana);
  network.cut();
  for (const note of NOTES) await anas.writes(note);
  await expect(anas.entry(MINE)).toContainText(NOTES);
  await expect(strip(ana)).toContainText('Reconnecting');
  await anas.composer.fill('Not even sent');
  const crashed = ana.page.waitForEvent('crash');
  void ana.page.goto('chrome://crash').catch(() => undefined);
  await crashed;

  network.restore();
  const again = await ana.opensAnotherTab();
  await again.opensRoom(key);
  await expect(bens.entry(MINE)).toContainText(NOTES);
  await expect(bens.entry(MINE)).toHaveCount(NOTES.length);
  await expect(again.room.composer).toHaveValue('Not even sent');
  await expect(again.room.log).not.toContainText(/Unsent|Sending/);
});

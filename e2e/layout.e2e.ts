import type { Locator, Page } from '@playwright/test';
import { userIdOf } from '@sitrep/shared/kernel/actor';
import { ROOM_WINDOW } from '@sitrep/shared/protocol/http';
import { expect, test } from './fixtures/test.ts';
import type { Person } from './support/person.ts';

const topOf = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.y ?? Number.NaN;

const heightOf = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.height ?? Number.NaN;

/** An incident in which everything that is shown at a glance has something to show. */
const busyIncident = async (person: Person): Promise<{ id: string; key: string }> => {
  const incident = await person.declares('Checkout answers with errors', {
    severity: 1,
    services: ['checkout', 'payments'],
    summary: 'A third of all checkouts fail.',
  });
  const write = (kind: string, text: string, more: object = {}) =>
    person.command('timeline.add-entry', { incidentId: incident.id, kind, text, ...more });
  const took = await person.command('incident.take-role', { incidentId: incident.id, role: 'commander' });
  await write('impact', 'Half of all orders are lost', { confidence: 'confirmed' });
  await write('decision', 'Roll back to 77');
  const { events } = await write('change', 'orders-api 2.31 went out');
  const added = events.find((event) => event.type === 'timeline.entry-added');
  await person.command('timeline.pin-entry', { incidentId: incident.id, entryId: added?.data.entryId });
  await person.command('mitigation.propose', {
    incidentId: incident.id,
    title: 'Roll back to 77',
    risk: 'low',
    services: ['checkout'],
    expectedSignal: 'Errors fall',
    steps: '',
    rollback: '',
  });
  await person.command('task.assign', {
    incidentId: incident.id,
    text: 'Watch the error rate',
    assignee: userIdOf(took.events[0]?.actor ?? 'system/clock'),
    forMs: 600_000,
  });
  await person.command('hypothesis.suggest', { incidentId: incident.id, text: 'Version 78 leaks connections' });
  await person.command('situation.add-criterion', { incidentId: incident.id, text: 'Errors below 1 %' });
  await person.command('situation.add-link', {
    incidentId: incident.id,
    kind: 'bridge',
    label: 'Bridge',
    url: 'https://meet.example.org/checkout',
  });
  for (let count = 1; count <= 30; count += 1) await write('note', `Measured ${count} times`);
  return incident;
};

test.describe('at 1440×900', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('[BV-1] [BV-2] The first incident begins above 200 pixels, also below a bar of alerts, and the unowned one is it', async ({
    person,
    administration,
    sitrep,
    request,
  }) => {
    const ana = await person('Ana', 'ana', 'commander');
    const led = await ana.declares('Led by Ana', { severity: 1 });
    await ana.command('incident.take-role', { incidentId: led.id, role: 'commander' });
    await ana.declares('Nobody leads this', { severity: 2 });
    const { token } = await administration.command('integration.create', { name: 'Monitor', source: 'generic' });
    for (const event of ['Disk is full', 'Queue is long', 'Jobs are late']) {
      const data = { service: 'proxy', event, severity: 'error' };
      await request.post(`${sitrep.listensAt}/api/v1/ingest/generic`, {
        data,
        headers: { Authorization: `Bearer ${token}` },
      });
    }
    await expect(ana.page.getByRole('region', { name: 'Alerts without an incident' })).toContainText('1 more alert');
    const first = ana.board.getByRole('listitem').first();
    await expect(first).toContainText('Nobody leads this');
    expect(await topOf(first)).toBeLessThan(200);
  });

  test('[RV-1] [RV-3] In a room nobody scrolls for what has to be seen at a glance', async ({ person }) => {
    const ana = await person('Ana', 'ana', 'commander');
    const { key } = await busyIncident(ana);
    const { page } = ana;
    const room = await ana.opensRoom(key);
    const inColumn = (column: string, panel: string): Locator =>
      page.getByRole('complementary', { name: column }).getByRole('region', { name: panel });
    const glance = page.getByRole('navigation', { name: 'Work at a glance' });
    const wanted: readonly (readonly [Locator, string])[] = [
      [room.severity, 'SEV1'],
      [room.status, 'Detected'],
      [page.getByRole('heading', { level: 1 }), 'Checkout answers with errors'],
      [room.header.getByRole('timer').first(), ':'],
      [room.role('Incident Commander'), 'Ana'],
      [room.role('Scribe'), 'SCR'],
      [inColumn('Now', 'Summary'), 'A third of all checkouts fail.'],
      [inColumn('Now', 'Impact'), 'Half of all orders are lost'],
      [room.header.getByRole('button', { name: /Clocks of this incident/ }), 'Update due in'],
      [room.header.getByRole('link', { name: /Bridge/ }), 'Join call'],
      [page.getByRole('region', { name: 'What you are asked to do' }), 'Watch the error rate'],
      [page.getByRole('article', { name: 'M1: Roll back to 77' }), 'Approve'],
      [glance.getByRole('button', { name: /1 task/ }), ':'],
      [glance.getByRole('button', { name: '1 hypothesis' }), ''],
      [glance.getByRole('button', { name: 'Exit 0/1' }), ''],
      [glance.getByRole('link'), 'Changed'],
      [room.entry('Measured 26 times'), ''],
      [room.entry('Measured 30 times'), ''],
      [room.composer, ''],
    ];
    for (const [locator, text] of wanted) {
      await expect(locator).toContainText(text);
      await expect(locator).toBeInViewport({ ratio: 1 });
    }
  });

  test('[RV-2] A title of 200 letters, with or without spaces, stays on one line, and its tooltip has the whole', async ({
    person,
  }) => {
    const ana = await person('Ana', 'ana', 'commander');
    const short = await ana.declares('Short');
    const long = await ana.declares('W'.repeat(200));
    await ana.opensRoom(short.key);
    const height = await heightOf(ana.room.header);
    await ana.opensRoom(long.key);
    expect(await heightOf(ana.room.header)).toBe(height);
    await ana.page.getByRole('heading', { level: 1 }).hover();
    await expect(ana.page.getByText('W'.repeat(200)).last()).toBeVisible();
    await expect(ana.room.severity).toBeInViewport({ ratio: 1 });
    await expect(ana.page.getByRole('button', { name: 'More', exact: true })).toBeInViewport({ ratio: 1 });
  });
});

const columns = (page: Page): Promise<string[]> =>
  page.getByRole('complementary').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));

test('[RV-1] [RV-2] Three columns become two, then tabs; a header has two lines on a phone', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander', { viewport: { width: 1280, height: 800 } });
  const { key } = await busyIncident(ana);
  const { page, room } = ana;
  await ana.opensRoom(key);
  expect(await columns(page)).toEqual(['Now', 'Work']);
  await page.setViewportSize({ width: 1100, height: 800 });
  await expect(page.getByRole('complementary', { name: 'Work' })).toHaveCount(0);
  await expect(
    page.getByRole('complementary', { name: 'Now' }).getByRole('region', { name: 'Recent changes' }),
  ).toContainText('orders-api');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('tab', { selected: true })).toHaveText('Timeline');
  expect(await heightOf(room.header)).toBeLessThan(110);
  await page.getByRole('tab', { name: 'Work' }).click();
  await expect(page.getByRole('region', { name: 'Recent changes' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Roles' }).getByRole('button')).toHaveCount(4);
  await page.getByRole('tab', { name: 'Now' }).click();
  await expect(page.getByRole('region', { name: 'Impact' })).toContainText('Half of all orders are lost');
});

test('[BV-5] An empty board says what was last, and how to declare', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { id, key } = await ana.declares('Checkout answers with errors', { severity: 2 });
  await expect(ana.row('Checkout answers with errors')).toBeVisible();
  await ana.command('incident.close', { incidentId: id, as: 'false-alarm', reason: 'A test' });
  const main = ana.page.getByRole('main');
  await expect(main).toContainText('No open incidents');
  await expect(main).toContainText(/Last: SEV2, (just now|\d+ s ago)/);
  await expect(main.getByRole('link', { name: key })).toBeVisible();
  await expect(main.getByRole('button', { name: 'Declare an incident' })).toBeVisible();
});

test('[BV-3] [BV-4] A row tells all of an incident in fixed places; what is resolved and what was closed stand below', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const open = await ana.declares('Checkout answers with errors', { severity: 2, services: ['checkout', 'ledger'] });
  await ana.command('incident.take-role', { incidentId: open.id, role: 'commander' });
  const resolved = await ana.declares('Mail is late', { severity: 3 });
  await ana.command('incident.change-status', { incidentId: resolved.id, status: 'resolved' });
  const closed = await ana.declares('Nothing at all', { severity: 4 });
  await ana.command('incident.close', { incidentId: closed.id, as: 'false-alarm', reason: 'A test' });
  const row = ana.row('Checkout answers with errors');
  const told = ['SEV2', open.key, 'checkout, ledger', 'Detected', 'Ana', 'IC'];
  for (const text of told) await expect(row).toContainText(text);
  const { page } = ana;
  const below = page.getByRole('list', { name: 'Resolved, to be closed' });
  await expect(below.getByRole('listitem')).toContainText(['Mail is late']);
  const today = page.getByRole('region', { name: 'Closed in the last 24 hours' });
  await expect(today.getByRole('listitem')).toContainText(['Nothing at all']);
  await expect(today).toContainText('False alarm');
  const tops = [await topOf(row), await topOf(below), await topOf(today)];
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

test('[BV-15] [BV-16] While I am at the list no alert pushes it down, and a filter is answered at once', async ({
  person,
  administration,
  sitrep,
  request,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  await ana.declares('First', { severity: 1 });
  await ana.declares('Second', { severity: 3 });
  await expect(ana.row('Second')).toBeVisible();
  const { page } = ana;
  await page.keyboard.press('j');
  const before = await topOf(ana.row('First'));
  const { token } = await administration.command('integration.create', { name: 'Monitor', source: 'generic' });
  await request.post(`${sitrep.listensAt}/api/v1/ingest/generic`, {
    data: { service: 'proxy', event: 'Disk is full', severity: 'error' },
    headers: { Authorization: `Bearer ${token}` },
  });
  await expect(page.getByRole('navigation', { name: 'Main' })).toContainText('1 alert fires');
  const strip = page.getByRole('region', { name: 'Alerts without an incident' });
  await expect(strip).toHaveCount(0);
  expect(await topOf(ana.row('First'))).toBe(before);
  await page.getByRole('button', { name: 'SEV3' }).click();
  await expect(ana.board.getByRole('listitem')).toHaveText([/Second/]);
  await expect(strip).toContainText('Disk is full');
});

test('[RV-4] While nobody commands, that is the loudest thing in the room, and one press ends it', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { key } = await ana.declares('Checkout answers with errors');
  const { header } = await ana.opensRoom(key);
  const height = await heightOf(header);
  const free = header.getByRole('button', { name: 'NO COMMANDER Take command (I)' });
  await free.click();
  await expect(ana.room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
  await expect(free).toHaveCount(0);
  expect(await heightOf(header)).toBe(height);
});

test('[RV-5] Where older entries are not loaded, the room does not claim that there is no impact', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await ana.opensRoom(key);
  const impact = ana.page.getByRole('region', { name: 'Impact' });
  await expect(impact).toContainText('Who feels it, and how badly?');
  await ana.command('timeline.add-entry', { incidentId: id, kind: 'impact', text: 'Half of all orders fail' });
  await expect(impact).toContainText('Half of all orders fail');
  const later = Array.from({ length: ROOM_WINDOW }, (_, index) => `Measured ${index + 1} times`);
  await Promise.all(later.map((text) => ana.command('timeline.add-entry', { incidentId: id, text })));
  await ana.command('timeline.add-entry', { incidentId: id, text: 'The newest of all' });
  await ana.page.reload();
  await expect(ana.room.entry('The newest of all')).toBeVisible();
  await expect(impact).toContainText('None among the newest entries.');
});

import { expect, test } from './fixtures/test.ts';
import { alertmanagerBody } from './support/alert-bodies.ts';
import { expectNoBarriers, expectNoBarriersHere } from './support/barriers.ts';
import { OUTAGE } from './support/page-watch.ts';

// Each look at a screen takes a second or two, and there are many.
test.slow();

test('[JRN-100] Nobody is kept out of signing in, joining and the first steps', async ({
  sitrep,
  stranger,
  administrator,
}) => {
  const { page, watch } = await stranger();
  await page.goto(sitrep.url);
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expectNoBarriers(page, 'signed out');

  watch.expects(/401.*\/api\/v1\/session/);
  await page.goto(`${sitrep.url}/sign-in#token=of-a-link-that-was-used-before`);
  await expect(page.getByRole('heading', { name: 'This sign-in link no longer works' })).toBeVisible();
  await expectNoBarriers(page, 'sign-in');

  const { token } = await administrator.command('people.invite', { name: 'Ana', handle: 'ana', role: 'responder' });
  await page.goto(`${sitrep.url}/join#token=${token}`);
  await expect(page.getByRole('button', { name: 'Join' })).toBeVisible();
  await expectNoBarriers(page, 'join');

  await expect(administrator.page.getByRole('heading', { name: 'Get to your first live incident' })).toBeVisible();
  await expectNoBarriers(administrator.page, 'empty board');
});

test('[JRN-101] Nobody is kept out of the board, and of declaring', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page } = ana;
  await ana.declares('Checkout answers with errors', { severity: 1, services: ['checkout', 'ledger'] });
  await ana.declares('Login is slow', { severity: 3 });
  await expect(ana.row('Login is slow')).toBeVisible();
  await expectNoBarriers(page, 'board');

  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Declare an incident' })).toBeVisible();
  await expectNoBarriers(page, 'declare');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await expectNoBarriers(page, 'keys');
  await page.keyboard.press('Escape');
  await ana.goto(`/?at=${new Date().toISOString()}`);
  await expect(page.getByRole('region', { name: /^As it was at/ })).toContainText('Login is slow');
  await expectNoBarriers(page, 'board of the past');
});

test('[JRN-101] Nobody is kept out of the room, whatever is open there', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page, room } = ana;
  const { id, key } = await ana.declares('Checkout answers with errors', {
    severity: 1,
    services: ['checkout', 'ledger'],
  });
  await ana.command('timeline.add-entry', { incidentId: id, text: 'A rumour', kind: 'finding', confidence: 'rumour' });

  await ana.opensRoom(key);
  await expect(room.entry('A rumour')).toBeVisible();
  await expectNoBarriers(page, 'room');

  await room.severity.click();
  await expect(page.getByRole('menu', { name: /^Severity/ })).toBeVisible();
  await expectNoBarriers(page, 'severity menu');
  await page.getByRole('menuitemradio', { name: /^SEV3/ }).click();
  await expect(page.getByRole('dialog', { name: 'Lower to SEV3' })).toBeVisible();
  await expectNoBarriers(page, 'reason');
  await page.keyboard.press('Escape');

  await room.role('Scribe').click();
  await expect(page.getByRole('dialog', { name: 'Scribe: nobody' })).toBeVisible();
  await expectNoBarriers(page, 'role');
  await page.keyboard.press('Escape');

  await room.composer.fill('/');
  await expect(page.getByRole('listbox', { name: 'Suggestions' })).toBeVisible();
  await expectNoBarriers(page, 'suggestions');
  await room.composer.fill('');

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await room.chooses('Close the incident…');
  await expect(page.getByRole('dialog', { name: `Close ${key}` })).toBeVisible();
  await expectNoBarriers(page, 'close');
  await page.getByRole('radio', { name: /^False alarm/ }).check();
  await page.getByLabel('Reason').fill('A test');
  await page.getByRole('button', { name: 'Close the incident' }).click();
  await expect(page.getByText('This incident is closed')).toBeVisible();
  await expectNoBarriers(page, 'closed room');
});

test('[JRN-102] Nobody is kept out of alerts, history, people and settings', async ({
  administrator,
  sitrep,
  request,
}) => {
  const { page, room } = administrator;
  const { token } = await administrator.command('integration.create', { name: 'Production', source: 'alertmanager' });
  const alert = { name: 'DiskFills', summary: 'Disk is 90 % full', severity: 'error', instance: 'db' } as const;
  await request.post(`${sitrep.url}/api/v1/ingest/alertmanager`, {
    data: alertmanagerBody('DiskFills', [alert]),
    headers: { Authorization: `Bearer ${token}` },
  });
  await expect(page.getByRole('region', { name: 'Alerts without an incident' })).toContainText('Disk is 90 % full');
  await expectNoBarriers(page, 'board with alerts');
  await administrator.goto('/alerts');
  await expect(page.getByRole('list', { name: 'Alerts' })).toContainText('Disk is 90 % full');
  await expectNoBarriers(page, 'alerts');

  const { id } = await administrator.declares('Closed long ago');
  await administrator.command('incident.close', { incidentId: id, as: 'false-alarm', reason: 'A test' });
  await administrator.goto('/history');
  await expect(page.getByRole('list', { name: 'Closed incidents' })).toContainText('Closed long ago');
  await expectNoBarriers(page, 'history');

  await administrator.goto('/people');
  await expect(page.getByRole('list', { name: 'People' })).toBeVisible();
  await expectNoBarriers(page, 'people');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByRole('dialog', { name: 'Invite somebody' })).toBeVisible();
  await expectNoBarriers(page, 'invite');

  await administrator.goto('/settings/integrations');
  await page.getByRole('button', { name: 'Actions for Production' }).click();
  await room.chooses('Settings…');
  await expect(page.getByRole('dialog', { name: 'Settings of Production' })).toBeVisible();
  await expectNoBarriers(page, 'settings of a source');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Connect a source' }).click();
  await expectNoBarriers(page, 'connect a source');
});

test('[A11Y-1] Nobody is kept out of a long timeline, of finding something in it, and of a message', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page } = ana;
  const { id, key } = await ana.declares('Checkout answers with errors', { severity: 1 });
  const texts = Array.from({ length: 200 }, (_, n) => `Measured ${n}: **${n} %** of \`checkout\` fail`);
  for (const text of texts) await ana.command('timeline.add-entry', { incidentId: id, text });
  const room = await ana.opensRoom(key);
  await expect(room.entry('Measured 199')).toBeInViewport();
  await expectNoBarriers(page, '200 entries');
  await page.keyboard.press('/');
  await page.keyboard.type('Measured 77');
  await expect(room.entry('Measured 77')).toBeInViewport();
  await expectNoBarriers(page, 'found in the timeline');
  // Once for the words, once for the field.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectNoBarriers(page, 'message');
});

test('[A11Y-1] Nobody is kept out while the connection is gone, where something is missing, and in the settings', async ({
  person,
  network,
}) => {
  const ana = await person('Ana', 'ana', 'commander', { via: network });
  const { page } = ana;
  const { key } = await ana.declares('Checkout answers with errors');
  await ana.opensRoom(key);
  ana.watch.expects(OUTAGE);
  network.cut();
  const strip = page.getByRole('region', { name: 'Connection' });
  await expect(strip).toContainText(/Reconnecting|No connection/, { timeout: 25_000 });
  await expectNoBarriers(page, 'connection lost');
  await ana.room.writes('Written while cut off');
  await expect(strip).toContainText('No connection', { timeout: 25_000 });
  await expectNoBarriers(page, 'no connection, one unsent');
  network.restore();
  await expect(page.getByText('No connection')).toHaveCount(0, { timeout: 25_000 });

  ana.watch.expects(/404/);
  await ana.goto('/incidents/INC-2026-0999');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoBarriers(page, 'missing room');
  await ana.goto('/settings/keyboard');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectNoBarriers(page, 'keyboard settings');
});

test('[A11Y-1] Nobody is kept out on a phone', async ({ person }) => {
  const viewport = { width: 390, height: 844 };
  const ana = await person('Ana', 'ana', 'commander', { viewport, hasTouch: true, isMobile: true });
  const { page, room } = ana;
  await expectNoBarriersHere(page, 'empty board');
  const { id, key } = await ana.declares('Checkout answers with errors', { severity: 1, services: ['checkout'] });
  await ana.declares('Login is slow', { severity: 3 });
  await ana.command('timeline.add-entry', { incidentId: id, text: 'A rumour', kind: 'finding', confidence: 'rumour' });
  await expect(ana.row('Login is slow')).toBeVisible();
  await expectNoBarriersHere(page, 'board');
  await page.getByRole('button', { name: 'Declare', exact: true }).tap();
  await expect(page.getByRole('dialog', { name: 'Declare an incident' })).toBeVisible();
  await expectNoBarriersHere(page, 'declare');
  await page.keyboard.press('Escape');
  await ana.opensRoom(key);
  await expect(room.entry('A rumour')).toBeVisible();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.tap();
    await expectNoBarriersHere(page, `room, ${await tab.innerText()}`);
  }
  for (const path of ['/alerts', '/history', '/people', '/settings/response/checklists', '/settings/keyboard']) {
    await ana.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoBarriersHere(page, path);
  }
});

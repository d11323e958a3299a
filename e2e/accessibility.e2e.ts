import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { alertmanagerBody } from './support/alert-bodies.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules among them that colours decide; the others find the same in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

const expectNoBarriers = async (page: Page, screen: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(COLOURS)).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
    );
    expect.soft(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
};

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

  await page.getByRole('button', { name: 'More' }).click();
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

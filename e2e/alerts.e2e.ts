import { expect, test as base } from './fixtures/test.ts';
import { alertmanagerBody } from './support/alert-bodies.ts';

type Send = (body: unknown) => Promise<unknown>;

/** An Alertmanager with a token of its own. */
const test = base.extend<{ send: Send }>({
  send: async ({ administration, sitrep, request }, provide) => {
    const { token } = await administration.command('integration.create', {
      name: 'Production',
      source: 'alertmanager',
    });
    await provide(async (body) => {
      const response = await request.post(`${sitrep.listensAt}/api/v1/ingest/alertmanager`, {
        data: body,
        headers: { Authorization: `Bearer ${token}` },
      });
      return response.json();
    });
  },
});

const errors = (instance: string, status: 'firing' | 'resolved' = 'firing') =>
  ({ name: 'ErrorRate', summary: 'Checkout fails', severity: 'critical', instance, status }) as const;

test('[JRN-60] A critical alert opens its incident before my eyes, the rest of its group joins, and once all is well it asks', async ({
  person,
  send,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { page, room } = ana;
  expect(await send(alertmanagerBody('ErrorRate', [errors('one')]))).toMatchObject({ stored: 1, unreadable: 0 });
  const row = ana.row('Checkout fails');
  await expect(row).toContainText('SEV2');
  await expect(row).toContainText('1 alert fires');
  await row.getByRole('link').click();

  await test.step('three more of the group join: one entry, and a counter', async () => {
    await expect(room.entry('Alert: Checkout fails')).toHaveCount(1);
    await send(alertmanagerBody('ErrorRate', [errors('one'), errors('two'), errors('three'), errors('four')]));
    await expect(room.header).toContainText('4 alerts fire');
    await expect(room.entry('Alert: Checkout fails, and 3 more')).toHaveCount(1);
    await expect(room.entry('Alert: Checkout fails')).toHaveCount(1);
  });

  await test.step('their number opens which they are', async () => {
    await room.header.getByRole('button', { name: '4 alerts fire: show them' }).click();
    const list = page.getByRole('dialog', { name: '4 alerts fire: show them' });
    await expect(list.getByRole('listitem').filter({ hasText: 'Checkout fails' })).toHaveCount(4);
    await expect(list.getByRole('link', { name: 'Open in the tool' }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
  });

  await test.step('most resolve: nothing is suggested yet', async () => {
    await send(
      alertmanagerBody('ErrorRate', [
        errors('one'),
        ...['two', 'three', 'four'].map((name) => errors(name, 'resolved')),
      ]),
    );
    await expect(room.header).toContainText('1 alert fires');
    await expect(room.header).not.toContainText('All alerts have resolved');
  });

  await test.step('all have resolved: it asks, and changes nothing by itself', async () => {
    await send(alertmanagerBody('ErrorRate', [errors('one', 'resolved')]));
    await expect(room.header).toContainText('All alerts have resolved.');
    await expect(room.entry('All alerts of the incident have resolved')).toBeVisible();
    await expect(room.status).toHaveAccessibleName('Status Detected: change');
    await page.getByRole('link', { name: 'Board', exact: true }).click();
    await expect(row).toContainText('Resolve?');
    await row.getByRole('link').click();
  });

  await room.header.getByRole('button', { name: 'Resolve', exact: true }).click();
  await expect(room.status).toHaveAccessibleName('Status Resolved: change');
});

test('[JRN-61] A bad alert that is not critical waits above the board until I declare from it, and then belongs to mine', async ({
  person,
  send,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  await send(
    alertmanagerBody('DiskFills', [
      { name: 'DiskFills', summary: 'Disk is 90 % full', severity: 'error', instance: 'db' },
    ]),
  );
  const strip = ana.page.getByRole('region', { name: 'Alerts without an incident' });
  await expect(strip).toContainText('Disk is 90 % full');
  await expect(ana.board).toBeHidden();
  await strip.getByRole('button', { name: 'Declare an incident from Disk is 90 % full' }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'Declare an incident' });
  await expect(dialog).toContainText('This alert joins the incident: Disk is 90 % full');
  await dialog.getByLabel('What is broken?').fill('The database runs out of space');
  await dialog.getByRole('button', { name: 'Declare' }).click();
  await expect(ana.room.header).toContainText('The database runs out of space');
  await expect(ana.room.header).toContainText('1 alert fires');
  await expect(ben.row('The database runs out of space')).toContainText('1 alert fires');
  await expect(ben.page.getByRole('region', { name: 'Alerts without an incident' })).toBeHidden();
});

test('[JRN-62] An alert that cannot be read is not lost: I find it with its fault, and the others count', async ({
  administrator,
  send,
}) => {
  const body = alertmanagerBody('ErrorRate', [errors('one')]);
  const alerts = [...body.alerts, { status: 'firing', labels: 'none at all' }];
  expect(await send({ ...body, alerts })).toMatchObject({ stored: 1, unreadable: 1 });
  await expect(administrator.row('Checkout fails')).toBeVisible();
  await administrator.page.getByRole('link', { name: /Alerts$/ }).click();
  await administrator.page.getByRole('tab', { name: 'Unreadable' }).click();
  const unreadable = administrator.page.getByRole('list', { name: 'Unreadable' }).getByRole('listitem');
  await expect(unreadable).toContainText('labels');
  await unreadable.getByText('As it came').click();
  await expect(unreadable).toContainText('none at all');
});

test('[JRN-63] I acknowledge an alert and resolve one by hand, and others see it', async ({ person, send }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  await send(
    alertmanagerBody('DiskFills', [
      { name: 'DiskFills', summary: 'Disk is 90 % full', severity: 'warning', instance: 'db' },
    ]),
  );
  for (const { page } of [ana, ben]) await page.getByRole('link', { name: /Alerts$/ }).click();
  const alert = ben.page.getByRole('list', { name: 'Alerts' }).getByRole('listitem');
  await expect(alert).toContainText('Disk is 90 % full');
  await ana.page.getByRole('button', { name: 'Acknowledge Disk is 90 % full' }).click();
  await expect(alert).toContainText('Acknowledged');
  await ana.page.getByRole('button', { name: 'Resolve Disk is 90 % full by hand' }).click();
  await expect(ben.page.getByText('No alert fires')).toBeVisible();
  await ben.page.getByRole('tab', { name: /resolved 1$/i }).click();
  await expect(alert).toContainText('Disk is 90 % full');
});

test('[JRN-64] I connect a source by myself: the token is shown once, and what I copy works', async ({
  administrator,
  request,
}) => {
  const { page } = administrator;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Connect a source' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect a source' });
  await dialog.getByLabel('Kind of source').selectOption('Generic');
  await dialog.getByLabel('Name').fill('Home-made monitor');
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  const made = page.getByRole('dialog', { name: 'Home-made monitor is connected' });
  const shell = await made.getByText(/^curl /).innerText();
  const [, address = ''] = /^curl (\S+)/.exec(shell) ?? [];
  const [, token = ''] = /Bearer ([^']+)/.exec(shell) ?? [];
  const [, body = ''] = /-d '(.+)'$/.exec(shell) ?? [];
  await made.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(token)).toHaveCount(0);

  const response = await request.post(address, { data: body, headers: { Authorization: `Bearer ${token}` } });
  expect(await response.json()).toMatchObject({ stored: 1 });
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  await expect(administrator.row('Error rate above 5 %')).toContainText('checkout');
});

import { DEFAULT_SETTINGS, type SeverityPolicy } from '@sitrep/shared/settings/values';
import { expect, test } from './fixtures/test.ts';
import { tabTo } from './support/keyboard-only.ts';
import type { Api } from './support/api.ts';

const SOON_MS = 3_000;

/** SEV1 with little time; what is left out here has as much as ever. */
const hurry = (api: Api, policy: Partial<SeverityPolicy>): Promise<unknown> => {
  const { severities } = DEFAULT_SETTINGS;
  const value = { ...severities, 1: { ...severities[1], firstPublicWithin: null, ...policy } };
  return api.command('settings.change-severities', { value });
};

test('[JRN-200] [CLK-81] [CLK-82] An update is overdue on room and board, and is deferred with a reason by keyboard', async ({
  administration,
  person,
}) => {
  await hurry(administration, { firstInternalWithin: SOON_MS });
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors', { severity: 1 });
  const room = await ana.opensRoom(key);
  const clocks = room.header.getByRole('button', { name: 'Clocks' });
  await ana.page.keyboard.press('i');
  await expect(room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');

  await test.step('everybody sees that it is overdue, and for how long', async () => {
    await expect(clocks).toHaveText(/^Update overdue \d\d:\d\d/);
    await expect(room.entry('The first internal update is overdue')).toBeVisible();
    await expect(ben.row('Checkout')).toContainText(/overdue \d\d:\d\d/);
    await expect(ana.page.getByRole('button', { name: 'Go to: First internal update' })).toBeVisible();
  });

  await test.step('d opens the clocks; the commander defers the first', async () => {
    const { keyboard } = ana.page;
    await keyboard.press('d');
    const list = ana.page.getByRole('dialog', { name: 'Clocks' });
    await tabTo(ana.page, list.getByRole('button', { name: 'Defer: First internal update' }));
    await keyboard.press('Enter');
    const dialog = ana.page.getByRole('dialog', { name: 'Defer a clock' });
    await dialog.getByLabel('Reason').focus();
    await keyboard.type('We know in ten minutes');
    await keyboard.press('Control+Enter');
    await expect(dialog).toHaveCount(0);
    await expect(room.entry('Ana deferred the clock “first internal update”')).toContainText('We know in ten minutes');
    await expect(clocks).toHaveText(/^Update due in (10:00|09:\d\d)/);
    await expect(ana.page.getByRole('button', { name: 'Go to: First internal update' })).toHaveCount(0);
  });

  await test.step('who does not command reads why they may not', async () => {
    const bens = await ben.opensRoom(key);
    await bens.header.getByRole('button', { name: 'Clocks' }).click();
    const defer = ben.page.getByRole('button', { name: 'Defer: First internal update' });
    await expect(defer).toHaveAccessibleDescription(/commander or deputy: Ana/);
  });
});

test('[JRN-201] [CLK-52] [CLK-73] What nobody acknowledges is escalated by its clock, and stood down by who commands', async ({
  administration,
  person,
}) => {
  await hurry(administration, { acknowledgeWithin: SOON_MS });
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors', { severity: 1 });
  const room = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);

  await expect(ben.page.getByText(/^Escalated: nobody has acknowledged it in time/)).toBeVisible();
  await expect(bens.entry('The incident is escalated by its clock “acknowledgement”')).toBeVisible();
  await ben.page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await expect(ana.page.getByText(/^Not acknowledged/)).toHaveCount(0);

  await room.writes('/ic');
  await ana.page.getByRole('button', { name: 'Stand down…' }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'Stand the escalation down' });
  await dialog.getByLabel('Reason').fill('Ben is at it');
  await dialog.getByRole('button', { name: 'Stand down' }).click();
  await expect(bens.entry('Ana stood the escalation down: Ben is at it')).toBeVisible();
  await expect(ben.page.getByText(/^Escalated:/)).toHaveCount(0);

  await bens.writes('/escalate The provider does not answer');
  await expect(ana.page.getByText('Escalated: The provider does not answer')).toBeVisible();
});

import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import { forbidMouse, tabTo } from './support/keyboard-only.ts';
import type { Person } from './support/person.ts';

const mitigation = ({ page }: Person, title: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^M\\d+: ${title}$`) });
const updates = ({ page }: Person): Locator => page.getByRole('region', { name: 'Updates', exact: true });

const ROLL_BACK = 'Roll payments back to 77';
const SCALE = 'Scale payments out';

// The ten seconds in which an update can be held are real ones.
test.slow();

test('[JRN-190] A SEV1 from declaration to resolution: three people, colliding changes, a halt, a handover, a public update', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const cy = await person('Cy', 'cy', 'responder');
  const { key } = await ana.declares('Checkout answers with errors', { severity: 1, services: ['payments'] });
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  const cys = await cy.opensRoom(key);

  await test.step('somebody leads, and says what is felt and when it is over', async () => {
    await ana.page.getByRole('button', { name: 'Take command (I)' }).click();
    await expect(bens.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
    await anas.writes('/com @cy');
    await anas.writes('/impact Nobody can pay by card');
    await anas.writes('/exit Errors below 0.1 % for ten minutes');
    await anas.writes('/status investigating');
    await expect(cys.role('Communications Lead')).toHaveAccessibleName('Communications Lead: Cy');
    await expect(cy.page.getByRole('region', { name: 'Impact' })).toContainText('Nobody can pay by card');
    await expect(cy.page.getByRole('checkbox', { name: 'Errors below 0.1 % for ten minutes' })).toBeVisible();
  });

  await test.step('a cause is suspected, tested by one person, and confirmed', async () => {
    await bens.writes('/hypo Build 78 leaks connections');
    await bens.writes('/test H1 10m heap of one pod');
    await expect(ana.page.getByRole('region', { name: 'Hypotheses' })).toContainText('Build 78 leaks connections');
    await bens.writes('/confirm H1 every pod holds 500 connections');
    await expect(anas.entry('Ben confirmed H1 “Build 78 leaks connections”')).toBeVisible();
    await anas.writes('/status identified');
  });

  await test.step('two changes on one service: the commander knows of both', async () => {
    await bens.writes(`/propose ${SCALE}`);
    await cy.page.getByRole('button', { name: 'Propose', exact: true }).click();
    await cy.page.getByRole('dialog').getByLabel('What is to be done?').fill(ROLL_BACK);
    await cy.page.getByRole('dialog').getByLabel('Services').fill('payments');
    await cy.page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
    await mitigation(ana, ROLL_BACK).getByRole('button', { name: 'Approve' }).click();
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await mitigation(cy, ROLL_BACK).getByRole('button', { name: 'Start' }).click();
    await ben.command('mitigation.amend', {
      incidentId: await incidentOf(ben, key),
      mitigationId: await idOf(mitigation(ben, SCALE)),
      base: 1,
      services: ['payments'],
    });
    await expect(mitigation(ana, SCALE)).toContainText(`M2 ${ROLL_BACK} (executing) on payments`);
    await mitigation(ana, SCALE).getByRole('button', { name: 'Approve' }).click();
    await ana.page.getByRole('dialog').getByRole('button', { name: 'Approve all the same' }).click();
    await mitigation(ben, SCALE).getByRole('button', { name: 'Start' }).click();
    await expect(mitigation(ana, SCALE)).toContainText('Executing');
  });

  await test.step('one is halted, the other works', async () => {
    await anas.writes('/halt M1 one thing at a time');
    await expect(bens.entry(`Ana halted M1 “${SCALE}”: one thing at a time`)).toBeVisible();
    await cys.writes('/executed M2 all pods on 77');
    await cys.writes('/effective M2 errors at 0.02 %');
    await expect(anas.entry(`M2 “${ROLL_BACK}”`).last()).toContainText('0.02 %');
    await anas.writes('/status mitigating');
  });

  await test.step('customers are told, with the word of the commander', async () => {
    await cy.page.keyboard.press('Escape');
    await cys.writes('/public ');
    const composer = cy.page.getByRole('dialog', { name: 'PUBLIC: customers read this' });
    await composer.getByRole('textbox', { name: 'What customers read' }).fill('Paying by card works again for all.');
    await composer.getByRole('button', { name: 'Request approval' }).click();
    await updates(ana)
      .getByRole('article', { name: 'A public update waits for your approval' })
      .getByRole('button', { name: 'Approve' })
      .click();
    await expect(cys.entry('Ana approved the public update')).toBeVisible();
    await updates(cy).getByRole('tab', { name: 'Public' }).click();
    await updates(cy).getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(anas.entry('Cy told customers: Paying by card works again for all.')).toBeVisible({ timeout: 20_000 });
  });

  await test.step('command moves when Ben accepts it, with a card of what he has to know', async () => {
    await anas.writes('/ic @ben');
    await expect(ben.page.getByText('Ana hands over to you: Incident Commander')).toBeVisible();
    await expect(anas.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
    await expect(bens.entry('handover').first()).toBeVisible();
    await ben.page.getByRole('button', { name: /^Accept/ }).click();
    await expect(anas.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ben');
  });

  await test.step('it is over when what was agreed is reached', async () => {
    await ben.page.getByRole('checkbox', { name: 'Errors below 0.1 % for ten minutes' }).check();
    await bens.writes('/status resolved');
    await expect(anas.status).toHaveAccessibleName('Status Resolved: change');
    await expect(ana.page.getByRole('checkbox', { name: 'Errors below 0.1 % for ten minutes' })).toBeChecked();
  });
});

test('[JRN-191] The same by keyboard alone: command, proposal, approval, halt, handover, update, end', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'commander');
  const { page } = ana;
  const { keyboard } = page;
  await forbidMouse(page);
  await forbidMouse(ben.page);
  await ana.goto('/');
  await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
  await keyboard.press('c');
  await expect(page.getByLabel('What is broken?')).toBeFocused();
  await keyboard.type('Checkout answers with errors');
  await keyboard.press('Control+Enter');
  const room = ana.room;
  await expect(room.header).toContainText('Checkout answers with errors');
  const key = /INC-\d{4}-\d+/.exec(page.url())?.[0] ?? '';
  await ben.goto(`/incidents/${key}`);

  const line = async (who: Person, text: string): Promise<void> => {
    await who.page.keyboard.press('Escape');
    await who.page.keyboard.press('n');
    await expect(who.room.composer).toBeFocused();
    await who.page.keyboard.type(text);
    await who.page.keyboard.press('Enter');
    await expect(who.room.composer).toHaveValue('');
    await who.page.keyboard.press('Escape');
  };

  await keyboard.press('i');
  await expect(room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
  await line(ana, '/sev1');
  await line(ana, '/status investigating');
  await line(ben, '/hypo A full disk');
  await line(ben, '/test H1 5m free space on all hosts');
  await line(ben, '/confirm H1 0 bytes left on two of three');
  await line(ben, `/propose ${ROLL_BACK}`);
  await line(ben, `/propose ${SCALE}`);

  await expect(mitigation(ana, SCALE)).toBeVisible();
  await keyboard.press('m');
  await expect(mitigation(ana, ROLL_BACK)).toBeFocused();
  await keyboard.press('a');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Approve' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(room.entry(`Ana polled: ${ROLL_BACK} (M1)`)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await line(ben, '/start M1');
  await expect(mitigation(ana, ROLL_BACK)).toContainText('Executing');
  await keyboard.press('h');
  await expect(room.entry(`Ana halted M1 “${ROLL_BACK}”`)).toBeVisible();

  await keyboard.press('u');
  await expect(page.getByRole('textbox', { name: 'What your organisation reads' })).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('Two hosts are full; the rollback is halted.');
  await keyboard.press('Control+Enter');
  await expect(room.entry('Ana told the organisation: Two hosts are full')).toBeVisible({ timeout: 20_000 });

  await keyboard.press('Shift+I');
  const dialog = page.getByRole('dialog', { name: 'Hand over command' });
  await expect(dialog.getByPlaceholder('Find a person')).toBeFocused();
  await keyboard.type('ben');
  await keyboard.press('Enter');
  await expect(dialog.getByRole('radio', { name: /Ben/ })).toBeChecked();
  await tabTo(page, dialog.getByRole('button', { name: 'Ask Ben' }));
  await keyboard.press('Enter');
  await expect(ben.page.getByText('Ana hands over to you: Incident Commander')).toBeVisible();
  await ben.page.keyboard.press('i');
  await expect(room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ben');
  await line(ben, '/status identified');
  await line(ben, '/status mitigating');
  await line(ben, '/status resolved');
  await expect(room.status).toHaveAccessibleName('Status Resolved: change');
});

const idOf = async (card: Locator): Promise<string> => (await card.getAttribute('data-mitigation')) ?? '';

const incidentOf = async (who: Person, key: string): Promise<string> => {
  const { id } = (await who.api.get(`/api/v1/incidents/${key}`)) as { id: string };
  return id;
};

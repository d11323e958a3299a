import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import type { Person } from './support/person.ts';

const cardOf = ({ page }: Person, title: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^M\\d+: ${title}$`) });

const dialogOf = (page: Page): Locator => page.getByRole('dialog');

const ROLL_BACK = 'Roll payments back';
const SCALE = 'Scale payments out';

test('[JRN-160] [MIT-83] We propose, object, see what collides, approve one knowingly, and halt it with one key', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const cy = await person('Cy', 'cy', 'responder');
  const { id: incidentId, key } = await ana.declares('Checkout answers with errors');
  const anas = await ana.opensRoom(key);
  await ben.opensRoom(key);
  await cy.opensRoom(key);
  await ana.page.getByRole('button', { name: 'Take command (I)' }).click();
  await expect(anas.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');

  await test.step('Ben proposes, Ana approves, Ben begins', async () => {
    await ben.page.getByRole('button', { name: 'Propose', exact: true }).click();
    await dialogOf(ben.page).getByLabel('What is to be done?').fill(SCALE);
    await dialogOf(ben.page).getByLabel('Services').fill('payments');
    await dialogOf(ben.page).getByRole('button', { name: 'Propose' }).click();
    await cardOf(ana, SCALE).getByRole('button', { name: 'Approve' }).click();
    await dialogOf(ana.page).getByRole('button', { name: 'Approve' }).click();
    await expect(anas.entry(`Ana polled: ${SCALE} (M1)`)).toBeVisible();
    await cardOf(ben, SCALE).getByRole('button', { name: 'Start' }).click();
    await expect(cardOf(ana, SCALE)).toContainText('Executing');
  });

  await test.step('Cy proposes something on the same service, and Ben objects', async () => {
    await cy.page.getByRole('button', { name: 'Propose', exact: true }).click();
    await dialogOf(cy.page).getByLabel('What is to be done?').fill(ROLL_BACK);
    await dialogOf(cy.page).getByLabel('Services').fill('Payments');
    await dialogOf(cy.page).getByRole('button', { name: 'Propose' }).click();
    await cardOf(ben, ROLL_BACK).getByRole('button', { name: 'Object' }).click();
    await dialogOf(ben.page).getByLabel('What speaks against it?').fill('Wait for the first one');
    await dialogOf(ben.page).getByRole('button', { name: 'Object' }).click();
    await expect(cardOf(ana, ROLL_BACK)).toContainText('Ben objects: Wait for the first one');
    await expect(cardOf(ana, ROLL_BACK)).toContainText(`M1 ${SCALE} (executing) on payments`);
  });

  await test.step('nobody but the commander decides, and is told so', async () => {
    const approve = cardOf(ben, ROLL_BACK).getByRole('button', { name: 'Approve' });
    await expect(approve).toHaveAccessibleDescription(/This is for the incident's commander or deputy: Ana\./);
    await approve.press('Enter');
    await expect(dialogOf(ben.page)).toHaveCount(0);
    const refused = ben.command('mitigation.halt', { incidentId, mitigationId: await idOf(cardOf(ben, SCALE)) });
    await expect(refused).rejects.toThrow(/commander or deputy: @ana/);
  });

  await test.step('Ana approves it all the same, having seen both', async () => {
    await cardOf(ana, ROLL_BACK).getByRole('button', { name: 'Approve' }).click();
    await expect(dialogOf(ana.page)).toContainText('1 objection stands');
    await dialogOf(ana.page).getByRole('button', { name: 'Approve all the same' }).click();
    await expect(anas.entry('despite 1 objection, knowing of 1 collision')).toBeVisible();
    await expect(dialogOf(ana.page)).toHaveCount(0);
  });

  await test.step('one key halts what is being executed; it cannot go on', async () => {
    await ana.page.keyboard.press('h');
    await expect(anas.entry(`Ana halted M1 “${SCALE}”`)).toBeVisible();
    await expect(cardOf(ben, SCALE)).toHaveCount(0);
    await ben.page.getByText('1 ended').click();
    await expect(cardOf(ben, SCALE)).toContainText('Halted by Ana');
    const refused = ben.command('mitigation.finish', { incidentId, mitigationId: await idOf(cardOf(ben, SCALE)) });
    await expect(refused).rejects.toThrow(/M1 is halted, by @ana/);
  });
});

test('[JRN-161] I approve, reject and halt with the keyboard alone', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  const { keyboard } = ana.page;
  await keyboard.press('i');
  await expect(room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');
  await bens.writes(`/propose ${SCALE}`);
  await bens.writes(`/propose ${ROLL_BACK}`);
  await expect(cardOf(ana, ROLL_BACK)).toBeVisible();

  await keyboard.press('m');
  await expect(cardOf(ana, SCALE)).toBeFocused();
  await keyboard.press('a');
  await expect(dialogOf(ana.page).getByRole('button', { name: 'Approve' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(room.entry(`Ana polled: ${SCALE} (M1)`)).toBeVisible();
  await expect(dialogOf(ana.page)).toHaveCount(0);

  await keyboard.press('m');
  await expect(cardOf(ana, ROLL_BACK)).toBeFocused();
  await keyboard.press('x');
  await expect(dialogOf(ana.page).getByLabel('Reason')).toBeFocused();
  await keyboard.type('One thing at a time');
  await keyboard.press('Control+Enter');
  await expect(room.entry(`Ana rejected M2 “${ROLL_BACK}”: One thing at a time`)).toBeVisible();

  await bens.writes('/start M1');
  await expect(cardOf(ana, SCALE)).toContainText('Executing');
  await keyboard.press('h');
  await expect(room.entry(`Ana halted M1 “${SCALE}”`)).toBeVisible();
});

test('[JRN-162] [MIT-87] What was done without approval is recorded, and stands in the ledger of all', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  await room.writes('/uncoordinated Restarted the gateway: it was out of memory');
  const card = cardOf(ana, 'Restarted the gateway');
  await expect(card).toContainText('Uncoordinated');
  await room.writes('/effective M1 memory is free again');
  await expect(card).toHaveCount(0);
  await ana.page.getByRole('button', { name: 'More about mitigations' }).click();
  await ana.page.getByRole('menuitem', { name: 'All mitigations' }).click();
  const row = dialogOf(ana.page).getByRole('row', { name: /^M1/ });
  await expect(row).toContainText('without approval');
  await expect(row).toContainText('memory is free again');
});

const idOf = async (card: Locator): Promise<string> => (await card.getAttribute('data-mitigation')) ?? '';

import { expect, test } from './fixtures/test.ts';
import type { Person } from './support/person.ts';

const panel = ({ page }: Person) => page.getByRole('region', { name: 'Updates', exact: true });
const publicComposer = ({ page }: Person) => page.getByRole('dialog', { name: 'PUBLIC: customers read this' });

// The time in which an update can be held is real time.
test.slow();

test('[JRN-180] A public update on SEV1: checked while I write, approved by the commander, held once, then published', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const cy = await person('Cy', 'cy', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors', { severity: 1, services: ['checkout-api'] });
  await ana.command('incident.take-role', { incidentId: id, role: 'commander' });
  const anas = await ana.opensRoom(key);
  const cys = await cy.opensRoom(key);

  const composer = publicComposer(cy);
  const text = composer.getByRole('textbox', { name: 'What customers read' });
  await test.step('the template leaves a gap, and checks say why a text is not one for customers', async () => {
    await cy.page.keyboard.press('Shift+U');
    await expect(text).toHaveValue(/We are investigating a problem that began at \d\d:\d\d UTC/);
    await expect(composer.getByText('{{impact.users}} is not filled in. It blocks publishing.')).toBeVisible();
    await expect(composer.getByRole('button', { name: 'Request approval' })).toHaveAttribute('aria-disabled', 'true');
    await text.fill('checkout-api should be fixed within 10 minutes.');
    for (const reason of [
      '“checkout-api” is an internal name',
      '“should be fixed” sounds unsure',
      '“within 10 minutes” promises a time',
      'It does not say what customers feel',
    ]) {
      await expect(composer.getByText(reason)).toBeVisible();
    }
    await text.fill('Some customers cannot pay by card. Bank transfers work.');
    await expect(composer.getByText('Nothing stands out.')).toBeVisible();
  });

  await test.step('who wrote it asks for approval', async () => {
    await composer.getByRole('button', { name: 'Request approval' }).click();
    await expect(composer).toBeHidden();
    await expect(anas.entry('Cy asked for approval of a public update')).toBeVisible();
    await expect(panel(cy).getByRole('article', { name: 'A public update waits for approval' })).toBeVisible();
  });

  await test.step('the commander reads what customers would, and approves', async () => {
    const card = panel(ana).getByRole('article', { name: 'A public update waits for your approval' });
    await expect(card).toContainText('Some customers cannot pay by card.');
    await expect(card).toContainText('Written by Cy');
    await card.getByRole('button', { name: 'Approve' }).click();
    await expect(cys.entry('Ana approved the public update')).toBeVisible();
  });

  const bar = (who: Person) => who.page.getByText(/^Public update leaves in \d+ s$/);
  await test.step('it can be held by whoever may write, while it is about to leave', async () => {
    await panel(cy).getByRole('tab', { name: 'Public' }).click();
    await panel(cy).getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(bar(ana)).toBeVisible();
    await ana.page.getByRole('button', { name: 'Hold' }).click();
    await expect(bar(cy)).toBeHidden();
    await expect(cys.entry('Ana held the public update')).toBeVisible();
  });

  await test.step('and leaves by itself when nobody holds it', async () => {
    await panel(cy).getByRole('button', { name: 'Publish', exact: true }).click();
    await expect(bar(ana)).toBeVisible();
    await expect(anas.entry('Cy told customers: Some customers cannot pay by card.')).toBeVisible({ timeout: 20_000 });
    const told = panel(ana).getByRole('region', { name: 'Who was told what' });
    await expect(told).toContainText('Some customers cannot pay by card.');
    await expect(told).toContainText('Approved by Ana');
  });
});

test('[JRN-181] An internal update by keyboard alone, and one from the quick line', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { key } = await ana.declares('Checkout answers with errors', { severity: 2 });
  const room = await ana.opensRoom(key);

  await ana.page.keyboard.press('u');
  const composer = ana.page.getByRole('dialog', { name: 'Internal: your organisation reads this' });
  const text = composer.getByRole('textbox', { name: 'What your organisation reads' });
  await expect(text).toHaveValue(/^SEV2: Checkout answers with errors/);
  await expect(text).toBeFocused();
  await ana.page.keyboard.press('Control+a');
  await ana.page.keyboard.type('We look for the cause.');
  await ana.page.keyboard.press('Control+Enter');
  await expect(composer).toBeHidden();
  await expect(room.entry('Ana told the organisation: We look for the cause.')).toBeVisible({ timeout: 20_000 });

  await room.writes('/update The cause is a full disk.');
  await expect(ana.page.getByText(/^Internal update leaves in \d+ s$/)).toBeVisible();
  await expect(room.entry('Ana told the organisation: The cause is a full disk.')).toBeVisible({ timeout: 20_000 });
});

test('[JRN-182] Who writes in a draft that somebody else has just revised sees both texts, and chooses', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id: incidentId, key } = await ana.declares('Checkout answers with errors', { severity: 3 });
  const { events } = await ana.command('update.draft', { incidentId, audience: 'external', text: 'Payments fail.' });
  const [drafted] = events;
  const updateId = drafted?.type === 'update.drafted' ? drafted.data.updateId : '';
  await ana.opensRoom(key);

  await panel(ana).getByRole('tab', { name: 'Public' }).click();
  await panel(ana).getByRole('button', { name: 'Edit' }).click();
  const composer = publicComposer(ana);
  const text = composer.getByRole('textbox', { name: 'What customers read' });
  await text.fill('Some payments fail.');
  await ben.command('update.revise', { incidentId, updateId, baseRevision: 1, text: 'Card payments fail.' });

  await expect(composer.getByText('Ben wrote')).toBeVisible();
  await expect(composer.getByRole('button', { name: 'Publish', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await composer.getByRole('button', { name: 'Keep theirs' }).click();
  await expect(text).toHaveValue('Card payments fail.');
  await text.fill('Some card payments fail.');
  await composer.getByRole('button', { name: 'Save draft' }).click();
  await expect(composer).toBeHidden();
  await expect(panel(ana).getByRole('article', { name: 'U1' })).toContainText('Some card payments fail.');
  await expect(panel(ana).getByRole('article', { name: 'U1' })).toContainText('Written by Ana');
});

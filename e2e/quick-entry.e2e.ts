import { expect, test } from './fixtures/test.ts';

test('[JRN-30] I run the incident from one line: severity, status, roles and what was found', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);

  await room.writes('/sev 1');
  await expect(room.severity).toHaveAccessibleName('Severity SEV1: change');
  await expect(room.composer).toHaveValue('');

  await room.writes('/status investigating');
  await expect(room.status).toHaveAccessibleName('Status Investigating: change');

  await room.writes('/ic');
  await expect(room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');

  await room.writes('/dep @ben');
  await expect(room.role('Deputy')).toHaveAccessibleName('Deputy: Ben');

  await room.writes('/scribe');
  await expect(room.role('Scribe')).toHaveAccessibleName('Scribe: Ana');

  await room.writes('/decision Roll back to 77');
  await expect(room.entry('Roll back to 77')).toContainText('Decision · Ana');

  await room.writes('/finding confirmed Only cards fail');
  await expect(room.entry('Only cards fail')).toContainText('Finding · Ana');
  await expect(room.entry('Only cards fail')).toContainText('Confirmed');
});

test('[JRN-31] Lowering a severity asks me for a reason and keeps what I typed', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { key } = await ana.declares('Login is slow', { severity: 1 });
  const room = await ana.opensRoom(key);
  await room.writes('/sev 3');
  await expect(ana.page.getByRole('alert').filter({ hasText: 'Lowering takes a reason' })).toBeVisible();
  await expect(room.composer).toHaveValue('/sev 3');
  await room.composer.press('End');
  await room.composer.pressSequentially(' only staging');
  await room.composer.press('Enter');
  await expect(room.severity).toHaveAccessibleName('Severity SEV3: change');
  await expect(room.entry('SEV1 → SEV3: only staging')).toBeVisible();
  await expect(room.composer).toHaveValue('');
});

test('[JRN-32] A command that does not exist, and a person who does not, keep my text and say so', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { key } = await ana.declares('Login is slow');
  const room = await ana.opensRoom(key);
  const said = ana.page.getByRole('alert');
  await room.writes('/frobnicate now');
  await expect(said.filter({ hasText: 'There is no command /frobnicate.' })).toBeVisible();
  await expect(room.composer).toHaveValue('/frobnicate now');
  await room.writes('/ic @nobody');
  await expect(said.filter({ hasText: 'Nobody has the handle @nobody.' })).toBeVisible();
  await expect(room.composer).toHaveValue('/ic @nobody');
  await room.writes('/var/log is full');
  await expect(room.entry('/var/log is full')).toBeVisible();
  await expect(room.composer).toHaveValue('');
});

test('[JRN-33] I need not know the commands: the line completes them, and people and statuses too', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'commander');
  await person('Ben', 'ben', 'responder');
  const { key } = await ana.declares('Login is slow');
  const room = await ana.opensRoom(key);
  const suggestions = ana.page.getByRole('listbox', { name: 'Suggestions' });
  await room.composer.pressSequentially('/st');
  await expect(suggestions.getByRole('option', { name: /\/status/ })).toBeVisible();
  await room.composer.press('Enter');
  await expect(room.composer).toHaveValue('/status ');
  await room.composer.pressSequentially('inv');
  await room.composer.press('Tab');
  await expect(room.composer).toHaveValue(/^\/status investigating ?$/);
  await room.composer.press('Enter');
  await expect(room.status).toHaveAccessibleName('Status Investigating: change');
  await room.composer.pressSequentially('/tl @b');
  await expect(suggestions.getByRole('option', { name: /ben/i })).toBeVisible();
  await room.composer.press('Tab');
  await room.composer.press('Enter');
  await expect(room.role('Technical Lead')).toHaveAccessibleName('Technical Lead: Ben');
});

import { expect, test } from './fixtures/test.ts';
import { forbidMouse } from './support/keyboard-only.ts';
import type { Person } from './support/person.ts';

const hypothesis = ({ page }: Person, text: string) =>
  page.getByRole('region', { name: 'Hypotheses' }).getByRole('listitem').filter({ hasText: text });

test('[JRN-58] No two test the same idea; evidence leads to a cause that everybody sees', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const bo = await person('Bo', 'bo', 'responder');
  ana.watch.expects(/409 \(Conflict\)/);
  const { key } = await ana.declares('Checkout answers with errors');
  const [atAna, atBo] = [await ana.opensRoom(key), await bo.opensRoom(key)];

  await atBo.writes('/hypo The pool is too small');
  await atBo.writes('/hypo It is DNS');
  await atBo.writes('/finding confirmed the pool is at 100 %');
  await atBo.writes('/test H1 15m connections per pod');
  const atAnaPool = hypothesis(ana, 'The pool is too small');
  await expect(atAnaPool).toContainText('Bo: connections per pod');
  await expect(atAnaPool.getByRole('timer')).toHaveText(/^1[45]:\d\d$/);

  await test.step('whoever wants to test it too is told who does, and takes it over knowingly', async () => {
    await atAna.writes('/test H1 heap dumps');
    await expect(ana.page.getByText('@bo tests H1: connections per pod. Ask them, or take it over.')).toBeVisible();
    await atAna.composer.fill('');
    await atAnaPool.getByRole('button', { name: 'H1: actions' }).click();
    await atAna.chooses('Take over the test…');
    const dialog = ana.page.getByRole('dialog', { name: 'Test H1' });
    await expect(dialog).toContainText('Bo tests it: connections per pod');
    await dialog.getByRole('textbox', { name: 'What to check' }).fill('heap dumps');
    await dialog.getByRole('button', { name: 'Take it over' }).click();
    await expect(hypothesis(bo, 'The pool is too small')).toContainText('Ana: heap dumps');
  });

  await test.step('an entry of the timeline is evidence, and leads back to it', async () => {
    await atBo.opensMenuOf(atBo.entry('the pool is at 100 %'));
    await atBo.chooses('Add as evidence…');
    await bo.page.getByRole('dialog', { name: 'Add as evidence' }).getByRole('button', { name: 'Add' }).click();
    await atAnaPool.getByRole('button', { name: 'Evidence of H1: 1 for, 0 against' }).click();
    await expect(atAnaPool.getByRole('link')).toContainText('the pool is at 100 %');
  });

  await test.step('one is ruled out and one confirmed: that is the cause, for everybody', async () => {
    await atBo.writes('/ruleout H2 lookups take 2 ms');
    await expect(ana.page.getByRole('button', { name: 'Ruled out (1)' })).toBeVisible();
    await expect(hypothesis(ana, 'It is DNS')).toHaveCount(0);
    await atAna.writes('/confirm H1 every pod holds 100 of 100');
    await expect(hypothesis(bo, 'The pool is too small')).toContainText('Confirmed');
    await expect(bo.page.getByRole('region', { name: 'Cause' })).toContainText('The pool is too small');
    await expect(atBo.entry('Ana confirmed H1 “The pool is too small”: every pod holds 100 of 100')).toBeVisible();
  });
});

test('[JRN-59] Ideas are suggested, tested and concluded with the keyboard alone, and taken back', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { page } = ana;
  const { keyboard } = page;
  await forbidMouse(page);
  const { key } = await ana.declares('Checkout answers with errors');
  await ana.opensRoom(key);

  await keyboard.press('y');
  await expect(page.getByRole('textbox', { name: 'What may be the cause?' })).toBeFocused();
  await keyboard.type('The pool is too small');
  await keyboard.press('Enter');
  await expect(hypothesis(ana, 'The pool is too small')).toBeVisible();
  await keyboard.type('It is DNS');
  await keyboard.press('Enter');
  await expect(hypothesis(ana, 'It is DNS')).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'What may be the cause?' })).toHaveCount(0);

  await keyboard.press('y');
  await expect(hypothesis(ana, 'The pool is too small')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(hypothesis(ana, 'It is DNS')).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Test it…' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What to check' })).toBeFocused();
  await keyboard.type('time of a lookup');
  await keyboard.press('Enter');
  await expect(hypothesis(ana, 'It is DNS')).toContainText('Ana: time of a lookup');

  await keyboard.press('y');
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Change the test…' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What shows it' })).toBeFocused();
  await keyboard.type('two seconds each');
  await keyboard.press('Enter');
  await expect(hypothesis(ana, 'It is DNS')).toContainText('Confirmed');
  await expect(page.getByText('H2 confirmed').first()).toBeVisible();
  await keyboard.press('Control+z');
  await expect(hypothesis(ana, 'It is DNS')).toContainText('Ana: time of a lookup');
});

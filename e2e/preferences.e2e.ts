import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';

/** The most that is animated at once over some frames. */
const mostAnimations = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let most = 0;
    for (let frame = 0; frame < 12; frame += 1) {
      most = Math.max(most, document.getAnimations().length);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return most;
  });

test('[A11Y-4] I do not want motion: nothing is animated, whatever opens and whatever comes', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander', { reducedMotion: 'reduce' });
  const ben = await person('Ben', 'ben', 'commander');
  const { page } = ana;
  const still = async (what: string): Promise<void> => expect.soft(await mostAnimations(page), what).toBe(0);
  const { id, key } = await ana.declares('Checkout fails', { severity: 2 });
  await expect(ana.row('Checkout fails')).toBeVisible();
  await still('board');
  await ben.command('incident.change-severity', { incidentId: id, severity: 1 });
  await expect(ana.row('Checkout fails')).toContainText('SEV1');
  await still('a row that changed');
  await page.keyboard.press('c');
  await still('dialog');
  await page.keyboard.press('Escape');
  await still('dialog closed');
  await page.keyboard.press('Control+k');
  await still('palette');
  await page.keyboard.press('Escape');
  const room = await ana.opensRoom(key);
  await still('room');
  await page.keyboard.press('s');
  await still('menu');
  await page.keyboard.press('Escape');
  await ben.command('timeline.add-entry', { incidentId: id, text: 'It is the database' });
  await expect(room.entry('It is the database')).toBeVisible();
  await still('an entry that came');
  await page.keyboard.press('i');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await still('message');
});

/** A focus ring is around what has the focus. */
const RING = 5;

/** Of the place where something is, also when it is not shown there. */
const picture = async (page: Page, place: Locator): Promise<Buffer> => {
  const box = await place.boundingBox();
  if (box === null) throw new Error(`${String(place)} is nowhere.`);
  const clip = {
    x: Math.max(0, box.x - RING),
    y: Math.max(0, box.y - RING),
    width: box.width + 2 * RING,
    height: box.height + 2 * RING,
  };
  return page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
};

/** Fails where nobody sees that something was done. */
const looksDifferent = async (what: string, target: Locator, act: () => Promise<unknown>): Promise<void> => {
  const before = await picture(target.page(), target);
  await act();
  await expect.poll(async () => before.equals(await picture(target.page(), target)), what).toBe(false);
};

const hide = (part: Locator): Promise<void> =>
  part.evaluate((element: SVGElement) => element.style.setProperty('visibility', 'hidden'));
const show = (part: Locator): Promise<void> =>
  part.evaluate((element: SVGElement) => {
    element.style.removeProperty('visibility');
  });

test('[A11Y-5] With colours of my own I see the severity, where I am, and what is chosen', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander', { forcedColors: 'active', reducedMotion: 'reduce' });
  const { page } = ana;
  const keys: string[] = [];
  for (const severity of [1, 2, 3, 4]) {
    keys.push((await ana.declares(`Checkout fails ${severity}`, { severity })).key);
  }
  for (const severity of [1, 2, 3, 4]) {
    const mark = ana.row(`Checkout fails ${severity}`).locator('[data-severity]').first();
    await looksDifferent(`the shape of SEV${severity}`, mark, () => hide(mark));
    await show(mark);
    const digit = mark.locator('path').last();
    await looksDifferent(`the digit of SEV${severity}`, mark, () => hide(digit));
    await show(digit);
  }

  // Clocks tick beside them: only what holds no time tells something.
  const row = ana.row('Checkout fails 1').getByRole('link');
  await looksDifferent('the row where I am', row, () => page.keyboard.press('j'));
  const declare = page.getByRole('button', { name: 'Declare', exact: true });
  await looksDifferent('the button where I am', declare, () => declare.focus());

  const room = await ana.opensRoom(keys[1] ?? '');
  await looksDifferent('where I am in the header', room.severity, () => room.severity.focus());
  await page.keyboard.press('s');
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  await looksDifferent('where I am in a menu', menu, () => page.keyboard.press('ArrowDown'));
  const chosen = menu.locator('[aria-checked="true"]');
  await looksDifferent('what is chosen in a menu', chosen, () => hide(chosen.locator('svg').last()));
});

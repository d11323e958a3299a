import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import type { Person } from './support/person.ts';

type Incident = { readonly id: string; readonly key: string };

const FIFTY = 50;
/** As many as a browser would send at once. */
const AT_ONCE = 5;
const LAST = 'That was the last of fifty';

/** Notes, and a severity or status now and then; ends with a note that can be waited for. */
const storm = async (who: Person, incidentId: string): Promise<void> => {
  const one = (n: number): Promise<unknown> => {
    if (n % 10 === 3)
      return who.command('incident.change-severity', { incidentId, severity: 1 + (n % 3), reason: 'Storm' });
    if (n % 10 === 7) return who.command('incident.change-title', { incidentId, title: `Checkout fails ${n}` });
    return who.command('timeline.add-entry', { incidentId, text: `Storm ${n}` });
  };
  for (let n = 0; n < FIFTY - 1; n += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, FIFTY - 1 - n) }, (_, k) => one(n + k)));
  }
  await who.command('incident.change-title', { incidentId, title: LAST });
};

/** Fails where the focus is elsewhere afterwards, or its element was made anew. */
const keepsFocus = async (page: Page, act: () => Promise<void>): Promise<void> => {
  const focused = await page.evaluateHandle(() => document.activeElement);
  expect(await focused.evaluate((element) => element !== null && element !== document.body)).toBe(true);
  await act();
  expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
};

const seen = (page: Page): Promise<void> => expect(page.getByText(LAST).first()).toBeAttached();

const begin = async (
  person: (name: string, handle: string, role: 'commander') => Promise<Person>,
): Promise<{ ana: Person; incident: Incident; fifty: () => Promise<void> }> => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'commander');
  const incident = await ana.declares('Checkout fails', { severity: 2 });
  await ana.declares('Login is slow', { severity: 3 });
  return { ana, incident, fifty: () => storm(ben, incident.id) };
};

for (const [where, open] of [
  ['a row of the board', async (ana: Person) => ana.row('Checkout fails').getByRole('link').focus()],
  ['the search of the board', async (ana: Person) => ana.page.keyboard.press('/')],
  ['the dialog for declaring', async (ana: Person) => ana.page.keyboard.press('c')],
  [
    'the palette',
    async ({ page }: Person) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('combobox', { name: 'Search and do' })).toBeFocused();
    },
  ],
] as const) {
  test(`[A11Y-2] Fifty events come in while I am at ${where}: I stay there`, async ({ person }) => {
    const { ana, fifty } = await begin(person);
    await expect(ana.row('Checkout fails')).toBeVisible();
    await open(ana);
    await expect(ana.page.locator(':focus:is(a, input, textarea)')).toBeVisible();
    await keepsFocus(ana.page, async () => {
      await fifty();
      await seen(ana.page);
    });
  });
}

for (const [where, open] of [
  ['the menu of the severity', async ({ page }: Person) => page.keyboard.press('s')],
  ['the composer', async ({ page }: Person) => page.keyboard.press('n')],
  ['an entry', async ({ room }: Person) => room.log.getByRole('listitem').last().focus()],
  ['the role of the scribe', async ({ room }: Person) => room.role('Scribe').press('Enter')],
] as const) {
  test(`[A11Y-2] Fifty events come in while I am at ${where}: I stay there`, async ({ person }) => {
    const { ana, incident, fifty } = await begin(person);
    const room = await ana.opensRoom(incident.key);
    await expect(room.log.getByRole('listitem').last()).toBeVisible();
    await open(ana);
    await expect(ana.page.locator(':focus').and(ana.page.locator(':not(main, body)'))).toBeVisible();
    const dialogs = await ana.page.locator('[role=dialog], [role=menu]').count();
    await keepsFocus(ana.page, async () => {
      await fifty();
      await seen(ana.page);
    });
    await expect(ana.page.locator('[role=dialog], [role=menu]')).toHaveCount(dialogs);
  });
}

/** Everything a screen reader would read out, each with its time on the page. */
const listen = (page: Page) =>
  page.evaluateHandle(() => {
    const REGIONS = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], output';
    const told: { readonly text: string; readonly atMs: number }[] = [];
    const observer = new MutationObserver((records) => {
      const nodes = records.flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
      const elements = nodes.map((node) => (node instanceof Element ? node : node.parentElement));
      const regions = new Set(elements.map((element) => element?.closest(REGIONS)));
      for (const region of regions) {
        const text = region?.textContent.trim() ?? '';
        if (text !== '') told.push({ text, atMs: performance.now() });
      }
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    return { told, since: performance.now() };
  });

test('[A11Y-3] A hundred events a second are told by a word now and then', async ({ person }) => {
  test.slow();
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'commander');
  const { id, key } = await ana.declares('Checkout fails');
  const board = await ana.opensAnotherTab();
  await board.goto('/');
  await expect(board.row('Checkout fails')).toBeVisible();
  const room = await ana.opensRoom(key);
  await expect(room.log.getByRole('listitem').last()).toBeVisible();
  const listening = [await listen(ana.page), await listen(board.page)];

  const until = performance.now() + 11_000;
  for (let n = 0; performance.now() < until; n += 10) {
    const due = performance.now() + 100;
    await Promise.all(
      Array.from({ length: 10 }, (_, k) =>
        ben.command('timeline.add-entry', { incidentId: id, text: `Storm ${n + k}` }),
      ),
    );
    await pause(Math.max(0, due - performance.now()));
  }
  for (const [index, listener] of listening.entries()) {
    const { told, elapsedMs } = await listener.evaluate((heard) => ({
      told: heard.told,
      elapsedMs: performance.now() - heard.since,
    }));
    const where = index === 0 ? 'room' : 'board';
    expect(told.length, `${where}: ${JSON.stringify(told)}`).toBeLessThanOrEqual(Math.ceil(elapsedMs / 5_000));
    if (where === 'room') expect(told.length, 'something is told').toBeGreaterThan(0);
  }
});

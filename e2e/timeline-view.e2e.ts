import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';
import type { Person } from './support/person.ts';

const MINUTE = 60_000;

/** Entries of somebody, without their page; the first one is the oldest. */
const writes = async (who: Person, incidentId: string, texts: readonly string[], more: object = {}): Promise<void> => {
  for (const text of texts) await who.command('timeline.add-entry', { incidentId, text, ...more });
};
const numbered = (count: number, word = 'Measured'): string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index + 1}.`);

/** Every place that a row is drawn at, frame by frame, while something happens. */
const placesOf = async (row: Locator, act: () => Promise<void>): Promise<readonly number[]> => {
  const handle = await row.evaluateHandle((element) => {
    const places = new Set<number>();
    let going = true;
    const look = (): void => {
      places.add(element.isConnected ? element.getBoundingClientRect().top : Number.NaN);
      if (going) requestAnimationFrame(look);
    };
    look();
    return {
      stop: () => {
        going = false;
        return [...places];
      },
    };
  });
  await act();
  return handle.evaluate((watch) => watch.stop());
};

const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

test('[VIEW-10][VIEW-11][VIEW-12] what I read stays where it is, whatever comes', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await writes(ben, id, numbered(260));
  const room = await ana.opensRoom(key);
  await expect(room.entry('Measured 260.')).toBeInViewport();
  await room.log.hover();
  await ana.page.mouse.wheel(0, -3_000);
  await expect(room.entry('Measured 260.')).not.toBeInViewport();
  await twoFrames(ana.page);
  const read = room.log.locator('[data-entry]').filter({ hasText: 'Measured 2' }).nth(12);

  const places = await placesOf(read, async () => {
    await writes(ben, id, ['After it', 'And after that']);
    await expect(ana.page.getByRole('button', { name: '2 new' })).toBeVisible();
    await writes(ben, id, ['Long before it'], { happenedAt: Date.now() - 90 * MINUTE });
    await expect(ana.page.getByRole('button', { name: /^1 added at/ })).toBeVisible();
    await room.composer.fill('one\ntwo\nthree\nfour');
    await ana.page.setViewportSize({ width: 1280, height: 600 });
    await twoFrames(ana.page);
  });
  expect(places).toHaveLength(1);

  await ana.page.getByRole('button', { name: '2 new' }).click();
  await expect(room.entry('And after that')).toBeInViewport();
});

test('[VIEW-11] earlier pages come before what I read, and do not move it', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await writes(ana, id, numbered(420));
  const room = await ana.opensRoom(key);
  await expect(room.entry('Measured 420.')).toBeInViewport();
  await room.log.press('Home');
  // As far as is loaded, which is not the beginning; more comes before it.
  const read = room.log.locator('[data-entry]').nth(4);
  await read.waitFor();
  await room.log.press('Home');
  await expect(async () => {
    await room.log.press('Home');
    // The last page may come after the key: what is read then stays, and the beginning is further up.
    await expect(room.entry('Measured 1.')).toBeInViewport({ timeout: 100 });
  }).toPass();
  await expect(room.log.getByText('Beginning of the incident')).toBeVisible();
});

test('[VIEW-12][VIEW-13] at the end I follow; what I write brings me there', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await writes(ana, id, numbered(60));
  const room = await ana.opensRoom(key);
  await expect(room.entry('Measured 60.')).toBeInViewport();
  await writes(ana, id, ['Followed']);
  await expect(room.entry('Followed')).toBeInViewport();
  await room.log.press('Home');
  await expect(room.entry('Followed')).not.toBeInViewport();
  await room.writes('Mine');
  await expect(room.entry('Mine')).toBeInViewport();
});

test('[VIEW-14][VIEW-15] keys move from entry to entry, and the focus stays through scrolling and a storm', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await writes(ben, id, numbered(150));
  const room = await ana.opensRoom(key);
  await expect(room.entry('Measured 150.')).toBeInViewport();
  await room.log.focus();
  await ana.page.keyboard.press('k');
  await ana.page.keyboard.press('k');
  const focused = room.log.locator('[data-entry]:focus');
  await expect(focused).toContainText('Measured 149.');
  await room.log.hover();
  await ana.page.mouse.wheel(0, -5_000);
  await expect(room.entry('Measured 150.')).not.toBeInViewport();
  await writes(ben, id, numbered(50, 'Storm'));
  await expect(ana.page.getByRole('button', { name: '50 new' })).toBeVisible();
  await expect(focused).toContainText('Measured 149.');
  await ana.page.keyboard.press('j');
  await expect(focused).toContainText('Measured 150.');
  await expect(focused).toBeInViewport();
  await ana.page.keyboard.press('Enter');
  await expect(ana.page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible();
});

test('[VIEW-20][VIEW-22] what others write is marked until I have seen it, what I write is not', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  await room.writes('Mine');
  await expect(room.entry('Mine')).toBeVisible();
  await writes(ben, id, ['From Ben']);
  await expect(room.entry('From Ben')).toContainText('New');
  await expect(room.entry('Mine')).not.toContainText('New');
  await expect(room.entry('From Ben')).not.toContainText('New');
});

test('[VIEW-23] an entry added to the time before is one click away', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await writes(ben, id, numbered(60));
  const room = await ana.opensRoom(key);
  await expect(room.entry('Measured 60.')).toBeInViewport();
  await writes(ben, id, ['The deployment'], { happenedAt: Date.now() - 30 * MINUTE });
  await expect(room.entry('The deployment')).not.toBeInViewport();
  await ana.page.getByRole('button', { name: /^1 added at \d\d:\d\d$/ }).click();
  await expect(room.entry('The deployment')).toBeInViewport();
});

test('[VIEW-40][VIEW-46][VIEW-47] filters are keys away and stand in the address', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await writes(ben, id, numbered(5));
  await writes(ben, id, ['Roll back to 77'], { kind: 'decision' });
  await ana.page.setViewportSize({ width: 1440, height: 900 });
  const room = await ana.opensRoom(key);
  await expect(room.entry('Roll back to 77')).toBeVisible();
  await room.log.focus();
  await ana.page.keyboard.press('3');
  await expect(room.log.locator('[data-entry]')).toHaveCount(1);
  const chip = ana.page.getByRole('button', { name: 'Remove the filter Decisions' });
  await expect(chip).toHaveText('Decisions');
  await expect(ana.page).toHaveURL(/kind=/);

  await ben.page.goto(ana.page.url());
  await expect(ben.room.entry('Roll back to 77')).toBeVisible();
  await expect(ben.room.log.locator('[data-entry]')).toHaveCount(1);

  await chip.click();
  await expect(room.log).toBeFocused();
  await expect(room.entry('Measured 5.')).toBeVisible();
  await ana.page.keyboard.press('5');
  await expect(ana.page.getByText('No entry is like that')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Show everything' }).last().click();
  await expect(room.entry('Measured 5.')).toBeVisible();
});

test('[VIEW-43][VIEW-44][VIEW-45] the search finds what is not loaded yet, and leads from match to match', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await writes(ana, id, ['The needle']);
  await writes(ana, id, numbered(430));
  await writes(ana, id, ['Another NEEDLE']);
  const room = await ana.opensRoom(key);
  await expect(room.entry('Another NEEDLE')).toBeInViewport();
  await room.log.focus();
  await ana.page.keyboard.press('/');
  const search = ana.page.getByRole('textbox', { name: 'Search the timeline' });
  await expect(search).toBeFocused();
  await search.fill('needle');
  await expect(ana.page.getByText('2 of 2')).toBeVisible();
  await search.press('Enter');
  await expect(ana.page.getByText('1 of 2')).toBeVisible();
  await expect(room.entry('The needle')).toBeInViewport();
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect(room.entry('The needle')).toBeInViewport();
});

test('[VIEW-50] while paused I see how much waits, and then what it is', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  const room = await ana.opensRoom(key);
  await room.log.focus();
  await ana.page.keyboard.press('p');
  await writes(ben, id, ['Held back']);
  await expect(ana.page.getByRole('button', { name: 'Paused: 1 waits' })).toBeVisible();
  await expect(room.entry('Held back')).toBeHidden();
  await room.writes('Mine comes');
  await expect(room.entry('Mine comes')).toBeVisible();
  await room.log.focus();
  await ana.page.keyboard.press('p');
  await expect(room.entry('Held back')).toBeVisible();
});

test('[VIEW-30][VIEW-31][VIEW-32][VIEW-33] back in the room I see since when I was away, and what changed', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'commander');
  const { id, key } = await ana.declares('Checkout answers with errors', { severity: 3 });
  await writes(ben, id, numbered(30));
  const room = await ana.opensRoom(key);
  await expect(room.entry('Measured 30.')).toBeInViewport();
  const isRead = () =>
    ana.page.evaluate(() => Object.keys(localStorage).some((name) => name.endsWith(':read') && localStorage[name]));
  await expect.poll(isRead).toBe(true);
  await ana.goto('/');
  await ben.command('incident.change-severity', { incidentId: id, severity: 1 });
  await writes(ben, id, ['Roll back to 77'], { kind: 'decision' });
  await writes(ben, id, numbered(40, 'Meanwhile'));

  await ana.opensRoom(key);
  const card = ana.page.getByRole('region', { name: /^What changed since you left/ });
  await expect(card).toContainText('SEV3 → SEV1');
  await expect(card.getByRole('link', { name: 'Roll back to 77' })).toBeVisible();
  await expect(card).toContainText('42 new entries');
  await expect(room.entry('Meanwhile 40.')).toBeInViewport();
  await card.getByRole('button', { name: 'Dismiss' }).click();
  await expect(card).toBeHidden();
  await ana.page.keyboard.press('l');
  await expect(room.log.getByText(/^Since you left/)).toBeInViewport();
  await ana.page.getByRole('button', { name: 'What changed' }).click();
  await expect(card).toBeFocused();
});

test('[VIEW-60][VIEW-62] a storm is summed up for those who listen, and SEV1 is told at once', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors', { severity: 3 });
  await ana.page.clock.install();
  const room = await ana.opensRoom(key);
  await expect(room.log).toBeVisible();
  await ana.page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    const regions = document.querySelectorAll('output, [role="status"], [role="alert"], [aria-live="polite"]');
    for (const region of regions) {
      new MutationObserver(() => told.push(region.textContent ?? '')).observe(region, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    }
  });
  const told = (): Promise<readonly string[]> =>
    ana.page.evaluate(() => (window as unknown as { told: string[] }).told);
  await writes(ben, id, numbered(40));
  await ben.command('incident.change-severity', { incidentId: id, severity: 1 });
  await expect(room.entry('Measured 40.')).toBeVisible();
  await expect.poll(told).toEqual(['Severity raised to SEV1']);
  await ana.page.clock.runFor(5_000);
  await expect.poll(told).toEqual(['Severity raised to SEV1', '41 new entries; severity now SEV1']);
});

test('[VIEW-3] newest first, the newest comes on top, and what I read further down stays', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await writes(ben, id, numbered(80));
  await ana.goto(`/incidents/${key}?newest=first`);
  const { room } = ana;
  await expect(room.log.locator('[data-entry]').first()).toContainText('Measured 80.');
  await writes(ben, id, ['Newer']);
  await expect(room.entry('Newer')).toBeInViewport();
  await room.log.hover();
  await ana.page.mouse.wheel(0, 1_500);
  await expect(room.entry('Newer')).not.toBeInViewport();
  await twoFrames(ana.page);
  const read = room.log.locator('[data-entry]').filter({ hasText: 'Measured' }).nth(12);
  const places = await placesOf(read, async () => {
    await writes(ben, id, ['Newest']);
    await expect(ana.page.getByRole('button', { name: /^[12] new$/ })).toBeVisible();
    await twoFrames(ana.page);
  });
  expect(places).toHaveLength(1);
});

test('[VIEW-4][VIEW-5] of an incident of several days I see which day I read, and where nothing was written', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  const noon = Math.floor((Date.now() - 3 * 1_440 * MINUTE) / (1_440 * MINUTE)) * 1_440 * MINUTE + 720 * MINUTE;
  await writes(ana, id, numbered(40, 'Days ago'), { happenedAt: noon });
  await writes(ana, id, ['Hours later'], { happenedAt: noon + 180 * MINUTE });
  const room = await ana.opensRoom(key);
  await room.log.press('Home');
  await expect(room.entry('Days ago 1.')).toBeInViewport();
  const day = new Date(noon).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  const sticky = room.log.locator('[aria-hidden="true"] time');
  // The separator itself is in view: nothing is said twice.
  await expect(sticky).toHaveCount(0);
  await room.log.press('End');
  await expect(sticky).toContainText(day);
  await expect(room.log.getByText('3 h 0 m without entries')).toBeVisible();
});

test('[VIEW-70][VIEW-71] a row says who is editing it, and who said what somebody else wrote down', async ({
  person,
}) => {
  const ana = await person('Ana', 'ana', 'responder');
  const ben = await person('Ben', 'ben', 'responder');
  const { id, key } = await ana.declares('Checkout answers with errors');
  await writes(ben, id, ['Cause unknown']);
  const entryId = '018cc251-f400-7000-8000-000000000001';
  const importId = '018cc251-f400-7000-8000-000000000002';
  await ana.command('timeline.import-entries', {
    incidentId: id,
    importId,
    entries: [{ entryId, kind: 'note', text: 'It is the pool', saidBy: { name: 'Cai from the vendor' } }],
  });
  const anas = await ana.opensRoom(key);
  const bens = await ben.opensRoom(key);
  await expect(anas.entry('It is the pool')).toContainText('Cai from the vendor, written down by Ana');
  await bens.opensMenuOf(bens.entry('Cause unknown'));
  await bens.chooses('Edit');
  await expect(anas.entry('Cause unknown')).toContainText('Ben is editing');
});

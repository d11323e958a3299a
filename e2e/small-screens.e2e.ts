import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/test.ts';

const LONG = 'Checkout answers with errors for everybody who pays by card in the stores of the north and the east';

/** What can be scrolled sideways, the page itself included. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { overflowX } = getComputedStyle(element);
        const scrolls = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
        return scrolls && element.scrollWidth > element.clientWidth;
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth}`),
  );

for (const width of [390, 320]) {
  test(`[JRN-110] On a screen of ${width} pixels I scroll in one direction only, and the composer is in reach`, async ({
    person,
  }) => {
    const viewport = { width, height: 720 };
    const ana = await person('Ana Maria Pérez-Castillo', 'ana', 'commander', {
      viewport,
      hasTouch: true,
      isMobile: true,
    });
    const { page, room } = ana;
    expect(await sideways(page), 'empty board').toEqual([]);
    const services = ['checkout', 'payment-authorisation-gateway', 'ledger'];
    const { id, key } = await ana.declares(LONG, { severity: 1, services });
    await ana.command('timeline.add-entry', {
      incidentId: id,
      text: `https://example.org/${'a-long-path/'.repeat(12)}`,
    });
    const row = ana.row(LONG);
    await expect(row).toContainText('NO COMMANDER');
    expect(await sideways(page), 'board').toEqual([]);

    await row.getByRole('link').tap();
    await expect(room.header).toContainText(key);
    await expect(room.composer).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'Take command' }).tap();
    await room.writes('/decision Roll back to 77');
    await expect(room.entry('Roll back to 77')).toBeInViewport();
    expect(await sideways(page), 'room').toEqual([]);

    await page.getByRole('tab', { name: 'Now' }).tap();
    await expect(page.getByRole('region', { name: 'Affected services' })).toContainText('ledger');
    expect(await sideways(page), 'now').toEqual([]);

    await page.getByRole('button', { name: 'Declare', exact: true }).tap();
    await expect(page.getByRole('dialog', { name: 'Declare an incident' })).toBeVisible();
    expect(await sideways(page), 'declare').toEqual([]);
  });
}

const PLACES = [
  '/',
  '/alerts',
  '/history',
  '/people',
  '/settings/response/severities',
  '/settings/response/checklists',
  '/settings/integrations',
  '/settings/keyboard',
] as const;

for (const [what, viewport] of [
  ['320 pixels', { width: 320, height: 640 }],
  ['200 % of 1280 pixels', { width: 640, height: 360 }],
] as const) {
  test(`[A11Y-6] At ${what} nothing scrolls sideways, wherever I go and whatever opens`, async ({ administrator }) => {
    test.slow();
    const { page, room } = administrator;
    await page.setViewportSize(viewport);
    const { id, key } = await administrator.declares(LONG, {
      severity: 1,
      services: ['payment-authorisation-gateway'],
    });
    const text = `| a | b | c | d |\n|---|---|---|---|\n| ${'wide '.repeat(30)} | 1 | 2 | 3 |\n\n\`${'x'.repeat(90)}\``;
    await administrator.command('timeline.add-entry', { incidentId: id, text });
    for (const place of PLACES) {
      await administrator.goto(place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await sideways(page), place).toEqual([]);
    }
    await administrator.opensRoom(key);
    await expect(room.entry('wide').first()).toBeVisible();
    for (const press of ['?', 'c', 's', 'Control+k']) {
      await page.keyboard.press(press);
      await expect(page.locator('[role=dialog], [role=menu]').first()).toBeVisible();
      expect.soft(await sideways(page), `room, ${press}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('b');
    await expect(page.getByRole('region', { name: 'Messages' })).toBeVisible();
    expect.soft(await sideways(page), 'room, message').toEqual([]);
  });
}

/** WCAG 1.4.12, as a person's own style sheet would; by way of the object model, which the security policy leaves open. */
const spaceOut = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } ' +
        'p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });

/** Whose own words reach below or above their box and are cut off there. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *, [role=dialog] *, [role=menu] *')]
      .filter((element) => {
        const { overflowY, webkitLineClamp } = getComputedStyle(element);
        const holdsWords = [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE);
        const hides = overflowY === 'hidden' || overflowY === 'clip';
        // Told to be shorter on purpose, and not for readers alone: their words stand elsewhere whole.
        const meant = webkitLineClamp !== 'none' || element.clientHeight <= 1;
        return hides && holdsWords && !meant && element.scrollHeight > element.clientHeight + 1;
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`),
  );

test('[A11Y-7] With words and lines spaced out nothing is cut off', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page } = ana;
  const { id, key } = await ana.declares(LONG, { severity: 1, services: ['checkout', 'ledger'] });
  await ana.command('timeline.add-entry', {
    incidentId: id,
    text: 'Rolling back to 77\nand looking at **the ledger**',
  });
  await spaceOut(page);
  await expect(ana.row(LONG)).toBeVisible();
  expect.soft(await cutOff(page), 'board').toEqual([]);
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: 'Declare an incident' })).toBeVisible();
  expect.soft(await cutOff(page), 'declare').toEqual([]);
  const room = await ana.opensRoom(key);
  await spaceOut(page);
  await expect(room.entry('Rolling back')).toBeVisible();
  expect.soft(await cutOff(page), 'room').toEqual([]);
  expect.soft(await sideways(page), 'room, sideways').toEqual([]);
  await page.keyboard.press('s');
  await expect(page.getByRole('menu')).toBeVisible();
  expect.soft(await cutOff(page), 'menu').toEqual([]);
});

/** What can be pressed and would be missed by somebody who presses within a box of that size around its middle. */
const missed = (page: Page, box: { readonly width: number; readonly height: number }): Promise<string[]> =>
  page.evaluate(({ width, height }) => {
    const PRESSED = 'a[href], button, input, select, textarea, summary, [role=tab], [role^=menuitem], [role=option]';
    const isInText = (element: Element): boolean =>
      element.matches('a') && element.closest('p, li li, .markdown, [data-entry]') !== null;
    const hits = (element: Element, x: number, y: number): boolean => {
      const there = document.elementFromPoint(x, y);
      return there !== null && (element.contains(there) || there.closest('label')?.control === element);
    };
    return [...document.querySelectorAll(PRESSED)]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((element) => element.closest('[inert], [aria-hidden=true]') === null && !isInText(element))
      .flatMap((element) => {
        // In a sheet the buttons at its foot lie over what is not scrolled to.
        if (element.closest('[role=dialog]') !== null) element.scrollIntoView({ block: 'center' });
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        // Out of sight, for readers alone, or below something that is open.
        if (right - left <= 2 || x < 0 || y < 0 || x > innerWidth || y > innerHeight || !hits(element, x, y)) return [];
        const [dx, dy] = [width / 2 - 2, height / 2 - 2];
        const edges: [number, number][] = [
          [x - dx, y],
          [x + dx, y],
          [x, y - dy],
          [x, y + dy],
        ];
        const inside = edges.filter(([a, b]) => a >= 0 && b >= 0 && a < innerWidth && b < innerHeight);
        if (inside.every(([a, b]) => hits(element, a, b))) return [];
        const name = element.getAttribute('aria-label') ?? element.textContent.slice(0, 40);
        return [`${element.tagName} "${name}": ${Math.round(right - left)} x ${Math.round(bottom - top)}`];
      });
  }, box);

test('[A11Y-8] What I press is large enough for a mouse', async ({ person }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const { page } = ana;
  const box = { width: 24, height: 24 };
  const { id, key } = await ana.declares('Checkout fails', { severity: 1, services: ['checkout'] });
  await ana.command('timeline.add-entry', { incidentId: id, text: 'Rolling back to 77' });
  await expect(ana.row('Checkout fails')).toBeVisible();
  expect.soft(await missed(page, box), 'board').toEqual([]);
  const room = await ana.opensRoom(key);
  await expect(room.entry('Rolling back')).toBeVisible();
  await room.entry('Rolling back').hover();
  expect.soft(await missed(page, box), 'room').toEqual([]);
});

test('[A11Y-8] What I press is large enough for a finger', async ({ person }) => {
  const viewport = { width: 390, height: 844 };
  const ana = await person('Ana', 'ana', 'commander', { viewport, hasTouch: true, isMobile: true });
  const { page } = ana;
  const box = { width: 24, height: 44 };
  const { id, key } = await ana.declares('Checkout fails', { severity: 1, services: ['checkout'] });
  await ana.command('timeline.add-entry', { incidentId: id, text: 'Rolling back to 77' });
  await expect(ana.row('Checkout fails')).toBeVisible();
  expect.soft(await missed(page, box), 'board').toEqual([]);
  await page.getByRole('button', { name: 'Declare', exact: true }).tap();
  await expect(page.getByRole('dialog', { name: 'Declare an incident' })).toBeVisible();
  expect.soft(await missed(page, box), 'declare').toEqual([]);
  const room = await ana.opensRoom(key);
  await expect(room.entry('Rolling back')).toBeVisible();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.tap();
    expect.soft(await missed(page, box), `room, ${await tab.innerText()}`).toEqual([]);
  }
});

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

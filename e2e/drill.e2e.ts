import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from './fixtures/test.ts';
import { Demo } from './support/demo.ts';

const test = base.extend<{ demo: Demo }>({
  demo: async ({ browserName: _any }, provide) => {
    const demo = await Demo.start('--at-once', '--from', '110');
    await provide(demo);
    expect.soft(await demo.stop(), 'exit code of the demo').toBe(0);
  },
});

const DRILL = /Drill.*nothing here is real/s;

test('[DRILL-23] Every page of a drill says so, in its title and its icon too, whoever looks', async ({
  demo,
  stranger,
}) => {
  const { page, watch } = await stranger({ via: demo });
  const strip = page.getByRole('complementary', { name: 'Drill' });
  const icon = page.locator('link[rel="icon"]');
  const expectMarked = async (): Promise<void> => {
    await expect(strip).toHaveText(DRILL);
    await expect(strip).toBeInViewport({ ratio: 1 });
    await expect(page).toHaveTitle(/^Drill · /);
    await expect(icon).toHaveAttribute('href', '/favicon-drill.svg');
  };
  await page.goto(demo.url);
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expectMarked();
  await page.goto(demo.links[0] ?? '');
  await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
  watch.expects(/403|404.*INC-2026-9999/);
  for (const address of ['/', '/incidents/INC-2026-9999', '/alerts', '/history', '/people', '/settings/integrations']) {
    await page.goto(demo.url + address);
    await expectMarked();
  }
  await page.goto(demo.url);
  await page.getByRole('link', { name: /Checkout and login fail/ }).click();
  await expect(page.getByRole('region', { name: 'Incident', exact: true })).toBeVisible();
  await expectMarked();
});

test('[DRILL-23] The mark of a drill can be read in both themes and on the smallest screen, and takes nothing away', async ({
  demo,
  stranger,
}) => {
  const { page } = await stranger({ via: demo, viewport: { width: 320, height: 568 } });
  await page.goto(demo.links[0] ?? '');
  await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).include('aside[aria-label="Drill"]').analyze();
    expect.soft(violations, colorScheme).toEqual([]);
  }
  const { sideways, below } = await page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    below: document.documentElement.scrollHeight > document.documentElement.clientHeight,
  }));
  expect([sideways, below]).toEqual([false, false]);
});

test('[DRILL-22] Who signs in to a drill stays signed in to the real server beside it, which is no drill', async ({
  demo,
  sitrep,
  administrator,
}) => {
  const { page } = administrator;
  await page.goto(demo.links[0] ?? '');
  await expect(page.getByRole('complementary', { name: 'Drill' })).toBeVisible();
  await page.goto(sitrep.url);
  await expect(page.getByRole('heading', { name: 'Board' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Drill' })).toHaveCount(0);
  await expect(page).not.toHaveTitle(/Drill/);
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../fixtures/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules among them that colours decide; the others find the same in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** Hand the focus on as soon as they get it: nobody stays on one. */
const GUARDS = '[data-base-ui-focus-guard]';

/** What fades in has its colours only once it is there. */
const animationsEnd = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

const barriers = async (page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<readonly string[]> => {
  await animationsEnd(page);
  const { violations } = await choose(new AxeBuilder({ page }).exclude(GUARDS)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
};

/** In light and in the dark. */
export const expectNoBarriers = async (page: Page, screen: string): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await barriers(page, (axe) => axe.withTags(TAGS)), `${screen}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await barriers(page, (axe) => axe.withRules(COLOURS)), `${screen}, dark`).toEqual([]);
};

/** As it is: where the size of the screen decides, and not its colours. */
export const expectNoBarriersHere = async (page: Page, screen: string): Promise<void> => {
  expect.soft(await barriers(page, (axe) => axe.withTags(TAGS)), screen).toEqual([]);
};

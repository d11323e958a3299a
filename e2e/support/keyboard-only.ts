import type { Locator, Page } from '@playwright/test';

const MOST_STOPS = 60;

/** As somebody without a mouse gets there. */
export const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} is not among the first ${MOST_STOPS} stops of ${key}.`);
};

/** Whoever reaches for the mouse fails the test. */
export const forbidMouse = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      window.addEventListener(type, () => console.error(`The mouse was used: ${type}`), true);
    }
  });
};

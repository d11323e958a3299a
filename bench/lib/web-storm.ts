import type { Page } from '@playwright/test';
import { sleep } from './clock.ts';
import { quietWindow } from './quiet-window.ts';
import { addressOf, type BenchBrowser } from './web-browser.ts';
import type { WebSite } from './web-site.ts';
import { writePaced } from './writers.ts';

const PER_SECOND = 20;
const SETTLE_MS = 1_500;
const BETWEEN_MS = 60;
const TYPED = ['r', 'o', 'l', 'l', 'e', 'd', ' ', 'b', 'a', 'c', 'k'];

export type Storm = {
  /** Sum of all layout shifts, nobody touching anything. */
  readonly shifts: number;
  /** From key or click to the next paint: the worst, but for one of fifty. */
  readonly inpMs: number;
  readonly interactions: number;
};

type Seconds = { readonly calm: number; readonly busy: number };

/** 20 events a second to a board that somebody reads: the pointer rests on a row. */
export const stormOnBoard = (site: WebSite, browser: BenchBrowser, seconds: Seconds): Promise<Storm> =>
  storm(site, browser, seconds, { path: '/', posting: site.changes, prepare: restOnRow, interact: useBoard });

/** The same to a board that nobody touches, which may put its rows in order. */
export const stormUnattended = (site: WebSite, browser: BenchBrowser, calm: number): Promise<Storm> =>
  storm(site, browser, { calm, busy: 0 }, { path: '/', posting: site.changes, prepare: rowsShown, interact: idle });

/** 20 notes a second to the room that is open. */
export const stormInRoom = (site: WebSite, browser: BenchBrowser, seconds: Seconds): Promise<Storm> =>
  storm(site, browser, seconds, { path: site.room, posting: site.notes, prepare: roomShown, interact: useRoom });

type Scene = {
  readonly path: string;
  readonly posting: WebSite['notes'];
  prepare(page: Page): Promise<void>;
  interact(page: Page): Promise<void>;
};

const storm = (site: WebSite, browser: BenchBrowser, seconds: Seconds, scene: Scene): Promise<Storm> =>
  quietWindow(
    [site.pid],
    async () => {
      const page = await browser.open(site);
      await page.goto(addressOf(site, scene.path));
      await scene.prepare(page);
      await sleep(SETTLE_MS);
      await page.evaluate(() => (window.bench.shifts = 0));
      await writePaced(site.port, scene.posting, { perSecond: PER_SECOND, total: PER_SECOND * seconds.calm });
      const shifts = await page.evaluate(() => window.bench.shifts);
      const inp = await interacting(site, page, { scene, seconds: seconds.busy });
      await page.context().close();
      return { shifts, ...inp };
    },
    () => browser.cpuSeconds(),
  );

const interacting = async (
  site: WebSite,
  page: Page,
  { scene, seconds }: { scene: Scene; seconds: number },
): Promise<Omit<Storm, 'shifts'>> => {
  if (seconds === 0) return { inpMs: 0, interactions: 0 };
  const before = await interactionCount(page);
  const writing = writePaced(site.port, scene.posting, { perSecond: PER_SECOND, total: PER_SECOND * seconds });
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until) await scene.interact(page);
  await writing;
  await sleep(SETTLE_MS);
  const interactions = (await interactionCount(page)) - before;
  const slow = await page.evaluate(() => window.bench.interactions);
  const worst = new Map<number, number>();
  for (const { id, ms } of slow) worst.set(id, Math.max(worst.get(id) ?? 0, ms));
  const sorted = [...worst.values()].toSorted((a, b) => b - a);
  // What took less than a frame is not reported by the browser.
  return { inpMs: sorted[Math.floor(interactions / 50)] ?? 16, interactions };
};

const interactionCount = (page: Page): Promise<number> =>
  page.evaluate(() => (performance as Performance & { interactionCount: number }).interactionCount);

const idle = (): Promise<void> => Promise.resolve();

const rowsShown = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => window.bench.boardMs !== undefined);
};

const restOnRow = async (page: Page): Promise<void> => {
  await rowsShown(page);
  await page.getByRole('list', { name: 'Open incidents' }).getByRole('listitem').nth(5).hover();
};

const roomShown = async (page: Page): Promise<void> => {
  await page.getByRole('log', { name: 'Timeline entries' }).getByRole('listitem').last().waitFor();
};

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key);
    await sleep(BETWEEN_MS);
  }
};

/** Keys that move, words that filter, a dialog, and a room opened and left again. */
const useBoard = async (page: Page): Promise<void> => {
  await press(page, 'j', 'j', 'k');
  await page.getByRole('searchbox').first().click();
  await press(page, 's', 'l', 'o', 'w', ...Array<string>(4).fill('Backspace'));
  await leaveField(page);
  await press(page, 'c');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: 'Checkout answers slowly 12' }).click();
  await roomShown(page);
  await page.goBack();
  await page.getByRole('list', { name: 'Open incidents' }).getByRole('listitem').nth(5).hover();
};

/** A note typed and sent, a menu opened and closed. */
const useRoom = async (page: Page): Promise<void> => {
  await page.getByLabel('Write on the timeline').click();
  await press(page, ...TYPED, 'Enter');
  await leaveField(page);
  await press(page, 's', 'Escape');
};

const leaveField = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });

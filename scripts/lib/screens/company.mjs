import { openContext } from './browsers.mjs';
import { SHOP } from './story.mjs';

/** Who is in the room of the incident besides the one who looks. */
const COMPANY = ['tomas', 'leo', 'priya'];

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {import('./drills.mjs').Drill} drill
 */
export const bringCompany = async (browser, drill) => {
  const contexts = await Promise.all(
    COMPANY.map(async (handle) => {
      const context = await openContext(browser, { cookies: await drill.cookiesOf(handle) });
      const page = await context.newPage();
      await page.goto(`${drill.server.url}/incidents/${SHOP}`);
      await page.getByRole('region', { name: 'Incident', exact: true }).waitFor();
      return context;
    }),
  );
  return { leave: () => Promise.all(contexts.map((context) => context.close())) };
};

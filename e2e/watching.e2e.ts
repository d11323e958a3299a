import { expect, test } from './fixtures/test.ts';
import { PageWatch } from './support/page-watch.ts';

const wrongs: readonly { name: string; fault: RegExp; does: () => unknown }[] = [
  { name: 'logs an error', fault: /^console error: out of order/, does: () => console.error('out of order') },
  { name: 'logs a warning', fault: /^console warning: unusual/, does: () => console.warn('unusual') },
  {
    name: 'throws where nobody catches',
    fault: /^page error: Error: uncaught/,
    does: () => void Promise.reject(new Error('uncaught')),
  },
  {
    name: 'runs a script that stands in the page',
    fault: /^console error: .*Content Security Policy/,
    does: () => {
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
    },
  },
  {
    name: 'asks another site',
    fault: /^console error: .*Content Security Policy/,
    does: () => fetch('http://127.0.0.1:9/').catch(() => undefined),
  },
  { name: 'is refused', fault: /^console error: .*404.*\(\/api\/v1\/nothing\)/, does: () => fetch('/api/v1/nothing') },
];

test('[JRN-120] What a page does wrong does not go unnoticed', async ({ browser, sitrep }) => {
  const context = await browser.newContext();
  const watch = new PageWatch(context);
  const page = await context.newPage();
  await page.goto(sitrep.url);
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  expect(watch.faults).toEqual([]);
  for (const [index, { name, fault, does }] of wrongs.entries()) {
    await test.step(`a page ${name}`, async () => {
      await page.evaluate(does);
      await expect.poll(() => watch.faults.slice(index)).toContainEqual(expect.stringMatching(fault));
    });
  }
  await context.close();
});

test('[JRN-120] Only the fault that a test expects is forgiven', async ({ browser, sitrep }) => {
  const context = await browser.newContext();
  const watch = new PageWatch(context);
  const page = await context.newPage();
  await page.goto(sitrep.url);
  watch.expects(/404.*\/api\/v1\/nothing/);
  await page.evaluate(async () => {
    await fetch('/api/v1/nothing');
    await fetch('/api/v1/something-else');
  });
  await expect.poll(() => watch.faults).toEqual([expect.stringContaining('/api/v1/something-else')]);
  await context.close();
});

import { defineConfig, devices } from '@playwright/test';
import { browserArgs, findBrowser } from './scripts/lib/browser.mjs';

const browser = await findBrowser();

/** Every test starts its own servers (see the fixtures), so there is no `webServer` here. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.{e2e,spec,test}.ts',
  outputDir: 'test-results/playwright',
  globalSetup: './scripts/lib/e2e-setup.mjs',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // A machine that does other work beside it may be slower than any deadline; what passes only then is counted apart.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    // What cannot be clicked fails where it stands, with the reason, long before the whole test runs out of time.
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: browser.executablePath,
      args: browserArgs,
      env: { ...(process.env as Record<string, string>), ...browser.env },
    },
  },
});

import './lib/require-node.mjs';
import { rmSync } from 'node:fs';
import { findBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { add, playwrightTotals, reportTotals, vitestTotals } from './lib/results.mjs';
import { inRoot } from './lib/root.mjs';
import { runNode, tools } from './lib/run.mjs';

// npm test                         everything
// npm test -- unit replica        one runner (unit, integration or e2e), and what it is to run
const runners = ['unit', 'integration', 'e2e'];
const [first = '', ...others] = process.argv.slice(2);
const only = runners.includes(first) ? first : undefined;
const filters = only ? others : process.argv.slice(2);
const projects = runners.filter((name) => name !== 'e2e' && (!only || only === name));
const withBrowser = !only || only === 'e2e';

ensureInstalled();
const browser = withBrowser ? await chooseBrowser() : undefined;
if (only !== 'unit') await ensureBuilt();
rmSync(inRoot('test-results'), { recursive: true, force: true });

let totals = { passed: 0, failed: 0, skipped: 0 };
if (projects.length > 0) totals = add(totals, await vitest());
if (browser) totals = add(totals, await playwright(browser));
process.exitCode = reportTotals(totals);

async function chooseBrowser() {
  try {
    const found = await findBrowser();
    console.log(`Browser: ${found.executablePath} (${found.source})`);
    return found;
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
    process.exit(1);
  }
}

async function vitest() {
  const report = inRoot('test-results/vitest.json');
  const { code } = await runNode([
    tools.vitest,
    'run',
    ...projects.map((name) => `--project=${name}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  return vitestTotals(report, code);
}

/** @param {import('./lib/browser.mjs').Browser} found */
async function playwright(found) {
  // Found once here, so that the workers need not look again.
  const env = found.source === 'SITREP_CHROMIUM' || found.source === 'installed' ? found.executablePath : undefined;
  const { code } = await runNode([tools.playwright, 'test', ...filters], env ? { env: { SITREP_CHROMIUM: env } } : {});
  return playwrightTotals(inRoot('test-results/playwright.json'), code);
}

import './lib/require-node.mjs';
import { rmSync } from 'node:fs';
import { findBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { add, playwrightTotals, reportTotals, vitestTotals } from './lib/results.mjs';
import { inRoot } from './lib/root.mjs';
import { runNode, tools } from './lib/run.mjs';

// npm test                         everything
// npm test -- unit replica        only these runners (unit, integration, e2e), and what they are to run
const runners = ['unit', 'integration', 'e2e'];
const args = process.argv.slice(2);
const named = args.findIndex((arg) => !runners.includes(arg));
const chosen = named === -1 ? args : args.slice(0, named);
const filters = args.slice(chosen.length);
const wanted = chosen.length > 0 ? chosen : runners;
const projects = wanted.filter((name) => name !== 'e2e');

ensureInstalled();
const browser = wanted.includes('e2e') ? await chooseBrowser() : undefined;
if (wanted.some((name) => name !== 'unit')) await ensureBuilt();

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
  rmSync(report, { force: true });
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
  const report = inRoot('test-results/playwright.json');
  rmSync(report, { force: true });
  // Found once here, so that the workers need not look again.
  const env = found.source === 'SITREP_CHROMIUM' || found.source === 'installed' ? found.executablePath : undefined;
  const { code } = await runNode([tools.playwright, 'test', ...filters], env ? { env: { SITREP_CHROMIUM: env } } : {});
  return playwrightTotals(report, code);
}

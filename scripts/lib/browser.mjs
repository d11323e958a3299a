import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { packagedChromium } from './packaged-chromium.mjs';

const exec = promisify(execFile);

/** @typedef {{ executablePath: string, source: string, env: Record<string, string> }} Browser */

/** Quiet, no calls home, no GPU; as root Chromium starts only without its sandbox. */
export const browserArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const help = `No browser for the tests. Any one of these will do:
  - install Chromium or Google Chrome (Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium)
  - npx playwright install chromium
  - set SITREP_CHROMIUM to the path of a Chromium or Chrome that is already there`;

/**
 * The first browser that really starts, in this order: SITREP_CHROMIUM, Playwright's own, one on the PATH, the one in npm.
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const named = process.env['SITREP_CHROMIUM'];
  if (named) {
    const fault = await whyNot({ executablePath: named, env: {} });
    if (fault) throw new Error(`SITREP_CHROMIUM is ${named}, which does not start: ${fault}`);
    return { executablePath: named, source: 'SITREP_CHROMIUM', env: {} };
  }
  const faults = [];
  for (const candidate of [playwrightsOwn, onPath, packagedChromium]) {
    const browser = await candidate().catch((error) => void faults.push(error.message));
    if (!browser) continue;
    const fault = await whyNot(browser);
    if (!fault) return browser;
    faults.push(`${browser.executablePath}: ${fault}`);
  }
  throw new Error([help, ...faults.map((fault) => `  (tried ${fault})`)].join('\n'));
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const executablePath = chromium.executablePath();
  return executablePath && existsSync(executablePath)
    ? { executablePath, source: "Playwright's own", env: {} }
    : undefined;
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

async function onPath() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const found = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...applications].find(
    (file) => existsSync(file),
  );
  return found ? { executablePath: found, source: 'installed', env: {} } : undefined;
}

/**
 * A stub that only asks to install a snap, or a binary without its libraries, shows here and not in the middle of a test.
 * @param {{ executablePath: string, env: Record<string, string> }} browser
 */
async function whyNot({ executablePath, env }) {
  try {
    const { stdout } = await exec(executablePath, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 });
    return /chrom/i.test(stdout) ? undefined : `--version answered ${JSON.stringify(stdout.trim())}`;
  } catch (error) {
    return /** @type {Error} */ (error).message.split('\n').slice(0, 2).join(' ');
  }
}

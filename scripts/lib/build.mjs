import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprint } from './fingerprint.mjs';
import { inRoot } from './root.mjs';
import { runNode, tools } from './run.mjs';

/** @typedef {'web' | 'bff'} Target */

const common = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'packages/shared'];
const plugins = ['scripts/lib/compiled-messages.mjs', 'scripts/lib/packed-assets.mjs'];

/** @type {Record<Target, { config: string, sources: string[], result: string }>} */
const targets = {
  web: {
    config: 'vite.config.ts',
    sources: [...common, ...plugins, 'vite.config.ts', 'apps/web'],
    result: 'index.html',
  },
  bff: { config: 'vite.bff.config.ts', sources: [...common, 'vite.bff.config.ts', 'apps/bff'], result: 'main.js' },
};

/**
 * Builds what is out of date and says so; a fresh tree costs a few milliseconds.
 * @param {{ force?: boolean }} [options]
 */
export async function ensureBuilt({ force = false } = {}) {
  const stale = /** @type {Target[]} */ (Object.keys(targets)).filter((target) => force || !isFresh(target));
  if (stale.length === 0) return;
  const started = performance.now();
  console.log(`Building ${stale.join(' and ')}…`);
  const failures = (await Promise.all(stale.map(build))).filter((output) => output !== undefined);
  for (const output of failures) console.error(output);
  if (failures.length > 0) {
    console.error('The build failed: see above.');
    process.exit(1);
  }
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** @param {Target} target */
const stampFile = (target) => inRoot(`dist/.${target}.json`);

/** @param {Target} target */
function isFresh(target) {
  const { sources, result } = targets[target];
  if (!existsSync(stampFile(target)) || !existsSync(inRoot('dist', target, result))) return false;
  const built = JSON.parse(readFileSync(stampFile(target), 'utf8'));
  const now = fingerprint(sources);
  if (now.stat === built.stat) return true;
  if (now.content() !== built.content) return false;
  writeStamp(target, { stat: now.stat, content: built.content });
  return true;
}

/**
 * Builds beside the old output and swaps it in whole, so that nobody ever serves half a build.
 * @param {Target} target
 * @returns {Promise<string | undefined>} what the builder said, if it failed
 */
async function build(target) {
  const { config, sources } = targets[target];
  const before = fingerprint(sources);
  const stamp = { stat: before.stat, content: before.content() };
  const fresh = inRoot(`dist/.${target}-${process.pid}`);
  const { code, output } = await runNode(
    [tools.vite, 'build', '--config', inRoot(config), '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'],
    { quiet: true, env: { NODE_ENV: 'production' } },
  );
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    return output;
  }
  if (output.trim()) console.warn(output.trim());
  rmSync(inRoot('dist', target), { recursive: true, force: true });
  renameSync(fresh, inRoot('dist', target));
  writeStamp(target, stamp);
  return undefined;
}

/**
 * @param {Target} target
 * @param {{ stat: string, content: string }} stamp
 */
function writeStamp(target, stamp) {
  writeFileSync(stampFile(target), JSON.stringify(stamp));
}

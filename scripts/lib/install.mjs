import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot, root } from './root.mjs';

const lockFile = inRoot('package-lock.json');
const stampFile = inRoot('node_modules/.sitrep-lock');
const installedFile = inRoot('node_modules/.package-lock.json');

/** @typedef {Record<string, { version?: string, optional?: boolean, link?: boolean }>} LockedPackages */

/** Runs `npm ci` unless node_modules already holds what package-lock.json says. */
export function ensureInstalled() {
  const lock = readFileSync(lockFile);
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!installedByHand(lock)) {
    console.log('Installing dependencies (npm ci)…');
    npmCi();
  }
  writeFileSync(stampFile, stamp);
}

/** Somebody ran npm themselves: its own record of node_modules is compared with the lock. @param {Buffer} lock */
function installedByHand(lock) {
  if (!existsSync(installedFile)) return false;
  return isInstalled(JSON.parse(lock.toString()).packages, JSON.parse(readFileSync(installedFile, 'utf8')).packages);
}

/**
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export function isInstalled(locked, installed) {
  const missing = Object.entries(locked).some(
    ([path, entry]) => path.startsWith('node_modules/') && !entry.optional && !installed[path],
  );
  const different = Object.entries(installed).some(([path, entry]) => locked[path]?.version !== entry.version);
  return !missing && !different;
}

function npmCi() {
  // --include=dev: NODE_ENV=production must not leave out what builds the app.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env['npm_execpath'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status === 0) return;
  console.error('npm ci failed: see its message above.');
  process.exit(1);
}

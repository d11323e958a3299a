import { spawn } from 'node:child_process';
import { inRoot, root } from './root.mjs';

/** @typedef {{ env?: Record<string, string | undefined>, quiet?: boolean }} RunOptions */

/**
 * Runs a Node program to its end. Ctrl-C reaches the child by itself (same terminal): we wait for it, and end too.
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} `output` is filled only when quiet
 */
export function runNode(args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    let interrupted = false;
    const wait = () => (interrupted = true);
    process.on('SIGINT', wait);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', wait);
      if (interrupted) process.exit(130);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Programs of our dependencies, run without a shell or npx. */
export const tools = {
  vite: inRoot('node_modules/vite/bin/vite.js'),
  vitest: inRoot('node_modules/vitest/vitest.mjs'),
  playwright: inRoot('node_modules/@playwright/test/cli.js'),
  tsx: inRoot('node_modules/tsx/dist/cli.mjs'),
  tsc: inRoot('node_modules/typescript/bin/tsc'),
  oxlint: inRoot('node_modules/oxlint/bin/oxlint'),
  oxfmt: inRoot('node_modules/oxfmt/bin/oxfmt'),
};

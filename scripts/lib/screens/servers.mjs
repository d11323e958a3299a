import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { timeAt } from './story.mjs';

/** The drill of the pictures: always the same people, the same ids, and the same moments. @param {number} minute */
const storyUpTo = (minute) => {
  const standsAt = `${timeAt(minute).toISOString().slice(0, 19)}Z`;
  return ['demo', '--at-once', '--from', String(minute), '--seed', 'screens', '--stands-at', standsAt];
};
const START_WITHIN_MS = 30_000;

/**
 * A server in a process of its own, in a folder of its own.
 * @typedef {{ url: string, folder: string, signIn: (handle?: string) => Promise<string>, stop: () => Promise<void> }} Server
 */

/** @param {string} dist @param {string} folder @param {number} minute of the story @returns {Promise<Server>} */
export const startDrill = (dist, folder, minute) =>
  start(dist, folder, ['cli.js', ...storyUpTo(minute), '--data', folder]);

/** @param {string} dist @param {string} folder @returns {Promise<Server>} */
export const startEmpty = (dist, folder) => start(dist, folder, ['main.js']);

/**
 * @param {string} dist
 * @param {string} folder
 * @param {string[]} words
 * @returns {Promise<Server>}
 */
async function start(dist, folder, [bundle = '', ...words]) {
  const child = run(dist, folder, [bundle, ...words]);
  // Whatever ends this program ends it too.
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const deadline = performance.now() + START_WITHIN_MS;
  while (!said.includes('Ctrl-C stops it')) {
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`The server did not start:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: /serving at (http:\/\/[\w.:]+\d)/.exec(said)?.[1] ?? '',
    folder,
    signIn: async (handle) => {
      const asking = run(dist, folder, ['cli.js', 'sign-in-link', ...(handle === undefined ? [] : [`@${handle}`])]);
      let link = '';
      asking.stdout.on('data', (text) => (link += text));
      await once(asking, 'close');
      return link.trim();
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'close');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** @param {string} dist @param {string} folder @param {string[]} words */
const run = (dist, folder, [bundle = '', ...words]) =>
  spawn(process.execPath, [path.join(dist, 'bff', bundle), ...words], {
    // Only our own variables: what this machine has set for its own Sitrep is not for ours.
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', SITREP_DATA: folder, SITREP_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

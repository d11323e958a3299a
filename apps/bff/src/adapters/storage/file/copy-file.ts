import { spawn } from 'node:child_process';

/**
 * Copies in steps and syncs each, so that the disk is never busy with the copy for long. It runs in a process of its
 * own: when any handle of a file is closed, the system drops every lock its process has on that file, SQLite's too.
 */
const COPY = `
  const { closeSync, fdatasyncSync, openSync, readSync, writeSync } = require('node:fs');
  const [source, target] = process.argv.slice(1);
  const from = openSync(source, 'r');
  const to = openSync(target, 'wx', 0o600);
  const step = Buffer.allocUnsafe(1024 * 1024);
  for (let read; (read = readSync(from, step)) > 0; fdatasyncSync(to)) {
    for (let done = 0; done < read; ) done += writeSync(to, step, done, read - done);
  }
  closeSync(to);
`;

/** @throws Error with what the copying process said */
export function copyFile(source: string, target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const copying = spawn(process.execPath, ['-e', COPY, '--', source, target], {
      env: {},
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    copying.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    copying.once('error', reject);
    copying.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(/^\w*Error: .*$/m.exec(said)?.[0] ?? `copying ended with code ${code}`));
    });
  });
}

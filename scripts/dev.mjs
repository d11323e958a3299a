import './lib/require-node.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { startPrefixed } from './lib/prefixed.mjs';
import { inRoot } from './lib/root.mjs';
import { tools } from './lib/run.mjs';

ensureInstalled();

// The page is on the usual port, so links and cookies are those of `npm start`; Vite passes the rest on to the BFF.
const port = Number(process.env['SITREP_PORT'] ?? 4680);
const bffPort = port + 1;
const baseUrl = process.env['SITREP_BASE_URL'] ?? `http://127.0.0.1:${port}`;

const children = [
  startPrefixed('bff', [tools.tsx, 'watch', '--clear-screen=false', inRoot('apps/bff/src/main.ts')], {
    SITREP_PORT: String(bffPort),
    SITREP_BASE_URL: baseUrl,
  }),
  startPrefixed('web', [tools.vite, '--config', inRoot('vite.config.ts'), '--clearScreen', 'false'], {
    SITREP_PORT: String(port),
    SITREP_DEV_BFF: `http://127.0.0.1:${bffPort}`,
  }),
];

let ending = false;
/** @param {number} grace how long they may take to end by themselves */
function endAll(grace) {
  if (ending) return;
  ending = true;
  setTimeout(() => children.forEach((child) => child.kill('SIGTERM')), grace).unref();
}
// Ctrl-C reaches the children by itself, and tsx takes a second signal for "do not wait".
process.on('SIGINT', () => endAll(5_000));
process.on('SIGTERM', () => endAll(0));
for (const child of children) {
  child.on('exit', (code) => {
    if (!ending) process.exitCode = code ?? 1;
    endAll(0);
  });
}

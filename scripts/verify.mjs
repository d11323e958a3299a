import './lib/require-node.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';
import { runNode, tools } from './lib/run.mjs';

/** @typedef {{ name: string, args: string[], mend: string }} Step */

/** @type {Step[]} */
const checks = [
  { name: 'format', args: [tools.oxfmt, '--check', '.'], mend: 'npm run format' },
  { name: 'lint', args: [inRoot('scripts/lint.mjs')], mend: 'npm run lint, and mend what it names' },
  { name: 'types', args: [tools.tsc, '-b'], mend: 'npm run types, and mend what it names' },
];
/** @type {Step[]} */
const rest = [
  { name: 'build', args: [inRoot('scripts/build.mjs'), '--force'], mend: 'npm run build -- --force' },
  { name: 'tests', args: [inRoot('scripts/test.mjs')], mend: 'npm test -- unit|integration|e2e [filter]' },
];

// The tests come last: their closing line is the last line of a good run.
// `npm run verify -- --quick` leaves out build and tests.
ensureInstalled();
const quick = process.argv.includes('--quick');
for (const { name, args, mend } of quick ? checks : [...checks, ...rest]) {
  console.log(`── ${name}`);
  const started = performance.now();
  const { code } = await runNode(args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) {
    console.error(`✗ ${name} failed after ${seconds} s. To mend: ${mend}`);
    process.exit(1);
  }
  if (name !== 'tests') console.log(`✓ ${name} (${seconds} s)`);
}

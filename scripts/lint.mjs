import './lib/require-node.mjs';
import { inRoot } from './lib/root.mjs';
import { runNode, tools } from './lib/run.mjs';

const checks = [
  [tools.oxlint, '--type-aware', '--deny-warnings', ...process.argv.slice(2)],
  [inRoot('scripts/check-imports.mjs')],
  [inRoot('scripts/check-docs.mjs')],
];
for (const args of checks) {
  const { code } = await runNode(args);
  if (code !== 0) process.exitCode = 1;
}

import './lib/require-node.mjs';
import { importFaults } from './lib/imports.mjs';
import { root } from './lib/root.mjs';

// The direction of imports, which ARCHITECTURE.md explains; the rules are in lib/import-rules.mjs.
const faults = importFaults(root);
for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error(`✗ ${faults.length} imports go the wrong way.`);
  process.exitCode = 1;
}

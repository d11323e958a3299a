import './lib/require-node.mjs';
import { deadReferences, ruleCoverage } from './lib/docs.mjs';
import { root } from './lib/root.mjs';

// Documents cite only what exists; tests quote only rules that docs/spec defines.
const { unknown, untested } = ruleCoverage(root);
const faults = [...deadReferences(root), ...unknown];
for (const fault of faults) console.error(fault);
if (untested.length > 0) console.log(`Rules that no test quotes (${untested.length}): ${untested.join(', ')}`);
if (faults.length > 0) {
  console.error(`✗ ${faults.length} references lead nowhere.`);
  process.exitCode = 1;
}

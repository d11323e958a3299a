import './lib/require-node.mjs';
import { readdirSync } from 'node:fs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';
import { runNode, tools } from './lib/run.mjs';

// npm run bench                    all of them, one after the other
// npm run bench fanout             one; what follows the name goes to it
const names = readdirSync(inRoot('bench'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .toSorted();
const [name, ...args] = process.argv.slice(2);
if (name && !names.includes(name)) {
  console.error(`There is no benchmark "${name}". There is: ${names.join(', ')}.`);
  process.exit(1);
}

ensureInstalled();
await ensureBuilt();
for (const bench of name ? [name] : names) {
  console.log(`── ${bench}`);
  const { code } = await runNode([tools.tsx, inRoot('bench', `${bench}.ts`), ...args], {
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) process.exitCode = code;
}

import './lib/require-node.mjs';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/root.mjs';
import { indexPage } from './lib/screens/index-page.mjs';
import { SCREENS } from './lib/screens/table.mjs';
import { takeAll } from './lib/screens/take-all.mjs';

/** Pictures of every screen, in every theme, width and state: npm run screens -- [--only <part of a name>] [--out <folder>] */
const { values } = parseArgs({
  options: { only: { type: 'string' }, out: { type: 'string' }, dist: { type: 'string' } },
});
const out = path.resolve(values.out ?? inRoot('docs/screens'));
const screens = SCREENS.filter(({ name }) => values.only === undefined || name.includes(values.only));

ensureInstalled();
if (values.dist === undefined) await ensureBuilt();

const began = performance.now();
mkdirSync(out, { recursive: true });
if (values.only === undefined) {
  for (const name of readdirSync(out)) if (name.endsWith('.webp')) rmSync(path.join(out, name));
}
const { taken, faults } = await takeAll({ screens, out, dist: path.resolve(values.dist ?? inRoot('dist')) });
if (values.only === undefined) writeFileSync(path.join(out, 'README.md'), indexPage(SCREENS, taken));

const bytes = taken.reduce((sum, shot) => sum + shot.bytes, 0);
const seconds = ((performance.now() - began) / 1_000).toFixed(0);
console.log(`${taken.length} pictures, ${(bytes / 1_048_576).toFixed(1)} MiB, in ${seconds} s: ${out}`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

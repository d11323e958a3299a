import './lib/require-node.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';

// `npm run build` builds what is out of date; `npm run build -- --force` builds everything.
ensureInstalled();
await ensureBuilt({ force: process.argv.includes('--force') });

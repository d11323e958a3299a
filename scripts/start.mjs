import './lib/require-node.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runBundle } from './lib/run-bundle.mjs';

ensureInstalled();
await ensureBuilt();
await runBundle('main.js');

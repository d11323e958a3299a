import { pathToFileURL } from 'node:url';
import { inRoot } from './root.mjs';

/**
 * Runs a bundle of dist/bff in this very process, as `node --enable-source-maps dist/bff/<file> <args>` would:
 * signals and Ctrl-C reach it directly, and no second Node has to start.
 * @param {string} file
 * @param {string[]} [args]
 */
export async function runBundle(file, args = []) {
  const bundle = inRoot('dist/bff', file);
  process.env['NODE_ENV'] ??= 'production';
  process.argv = [process.execPath, bundle, ...args];
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(bundle).href);
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

/** Never part of a build, so a change in them builds nothing. */
const ignored = /(^|\/)(node_modules|testing|fixtures)(\/|$)|\.test\.tsx?$|\.md$/;

/**
 * @typedef {object} Fingerprint
 * @property {string} stat hash of names, sizes and modification times: a few milliseconds
 * @property {() => string} content hash of names and bytes: asked for only when `stat` differs
 */

/**
 * @param {string[]} sources files and folders, relative to `base`
 * @param {string} [base]
 * @returns {Fingerprint}
 */
export function fingerprint(sources, base = root) {
  const files = sources.flatMap((source) => list(base, source));
  return {
    stat: hash(files.map((file) => `${file.name}:${file.size}:${file.mtime}`)),
    content: () => hash(files.flatMap((file) => [file.name, readFileSync(path.join(base, file.name))])),
  };
}

/**
 * @param {string} base
 * @param {string} name
 * @returns {{ name: string, size: number, mtime: number }[]}
 */
function list(base, name) {
  if (ignored.test(name)) return [];
  const stat = statSync(path.join(base, name), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [{ name, size: stat.size, mtime: stat.mtimeMs }];
  return readdirSync(path.join(base, name))
    .toSorted()
    .flatMap((entry) => list(base, `${name}/${entry}`));
}

/** @param {(string | Buffer)[]} parts */
function hash(parts) {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part).update('\0');
  return sum.digest('hex');
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { rules } from './import-rules.mjs';

const sources = ['packages/shared/src', 'apps/bff/src', 'apps/web/src', 'e2e', 'bench', 'rig'];

/**
 * @param {string} root
 * @returns {string[]} one line for each import that breaks a rule
 */
export function importFaults(root) {
  return sources.flatMap((folder) => files(root, folder)).flatMap((file) => fileFaults(root, file));
}

/**
 * @param {string} root
 * @param {string} from
 */
function fileFaults(root, from) {
  const text = readFileSync(path.join(root, from), 'utf8');
  return specifiers(from, text).flatMap(({ specifier, line }) => {
    const at = `${from}:${line}`;
    const { to, isPackage } = resolve(from, specifier);
    if (!isPackage && !existsSync(path.join(root, to))) {
      return [`${at} imports ${specifier}, which is no file (the extension is part of the name)`];
    }
    if (!isPackage && specifier.startsWith('.') && outside(from, to)) {
      return [
        `${at} reaches into another package by path: import ${to.replace('packages/shared/src/', '@sitrep/shared/').replace(/\.ts$/, '')}`,
      ];
    }
    return rules
      .filter((rule) => rule.breaks({ from, to, isPackage }))
      .map((rule) => `${at} imports ${specifier} (${rule.name}): ${rule.instead}`);
  });
}

/**
 * Every module that a file names: imports, re-exports, `import()` of values and of types.
 * @param {string} file
 * @param {string} text
 */
export function specifiers(file, text) {
  const { module } = parseSync(file, text);
  const requests = [
    ...module.staticImports.map((entry) => entry.moduleRequest),
    ...module.staticExports.flatMap((entry) => entry.entries.map((one) => one.moduleRequest)),
  ].flatMap((request) => (request ? [{ specifier: request.value, start: request.start }] : []));
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => ({
    specifier: match[1] ?? '',
    start: match.index,
  }));
  return [...requests, ...dynamic].map(({ specifier, start }) => ({
    specifier,
    line: text.slice(0, start).split('\n').length,
  }));
}

/**
 * @param {string} from
 * @param {string} specifier
 */
function resolve(from, specifier) {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { to: path.posix.join(path.posix.dirname(from), bare), isPackage: false };
  const shared = /^@sitrep\/shared\/(.+)$/.exec(bare);
  return shared ? { to: `packages/shared/src/${shared[1]}.ts`, isPackage: false } : { to: bare, isPackage: true };
}

/** @param {string} from @param {string} to */
function outside(from, to) {
  const home = /^(packages|apps)\/[^/]+\//.exec(from)?.[0];
  return to.startsWith('packages/shared/src/') && home !== 'packages/shared/';
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function files(root, folder) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`);
}

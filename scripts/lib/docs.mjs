import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A path in backticks counts as the repository's when it begins with one of these. */
const tops = ['packages', 'apps', 'e2e', 'bench', 'rig', 'docs', 'scripts', '.ci'];
/** Where tests quote rules. */
const tested = ['packages', 'apps', 'e2e', 'bench', 'rig'];
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];

/**
 * @param {string} root
 * @returns {string[]} one line for each path or link that leads nowhere
 */
export function deadReferences(root) {
  const documents = [...pages.filter((page) => existsSync(path.join(root, page))), ...list(root, 'docs', /\.md$/)];
  return documents.flatMap((document) => {
    const text = readFileSync(path.join(root, document), 'utf8');
    return lines(text).flatMap(({ line, number }) => [
      ...citedPaths(line)
        .filter((cited) => !existsSync(path.join(root, cited)))
        .map((cited) => `${document}:${number} cites ${cited}, which does not exist`),
      ...linkedFiles(line)
        .filter((target) => !existsSync(path.join(root, path.dirname(document), target)))
        .map((target) => `${document}:${number} links to ${target}, which does not exist`),
    ]);
  });
}

/**
 * `apps/bff/src/main.ts`, `docs/decisions/`, `packages/shared/src/<domain>/decide.ts`, `e2e/*.e2e.ts`:
 * from the first variable part on, only the folder before it is looked for.
 * @param {string} line
 */
function citedPaths(line) {
  return [...line.matchAll(/`([^`\s]+)`/g)]
    .map((match) => (match[1] ?? '').replace(/^\.\//, '').replace(/(:\d+(-\d+)?|#.*)$/, ''))
    .filter((cited) => tops.some((top) => cited === top || cited.startsWith(`${top}/`)))
    .map((cited) => cited.replace(/[^/]*([*<{[…]|NNN).*$/, ''));
}

/** @param {string} line */
function linkedFiles(line) {
  return [...line.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((target) => !/^([a-z]+:|#|\/)/.test(target))
    .map((target) => target.replace(/#.*$/, ''));
}

/**
 * A rule is defined where its id opens a line, a list item, a heading or a table row of docs/spec/*.md,
 * and quoted where a test's title opens with it: `[LOG-3] an acknowledged append survives`.
 * @param {string} root
 */
export function ruleCoverage(root) {
  const defined = new Set(list(root, 'docs/spec', /\.md$/).flatMap((file) => definedRules(read(root, file))));
  const tests = tested.flatMap((folder) => list(root, folder, /\.(test|spec|e2e)\.tsx?$|contract.*\.ts$/));
  const quotes = tests.flatMap((file) => quotedRules(read(root, file)).map((quote) => ({ ...quote, file })));
  const quoted = new Set(quotes.map(({ id }) => id));
  return {
    unknown: quotes
      .filter(({ id }) => !defined.has(id))
      .map(({ id, file, number }) => `${file}:${number} quotes rule ${id}, which no file of docs/spec defines`),
    untested: [...defined].filter((id) => !quoted.has(id)),
  };
}

/** @param {string} text */
function definedRules(text) {
  return lines(text).flatMap(({ line }) => {
    const id = /^[\s\-*|#>`[\d.]*([A-Z][A-Z0-9]+-\d+[a-z]?)\b/.exec(line)?.[1];
    return id ? [id] : [];
  });
}

/** @param {string} text */
function quotedRules(text) {
  return lines(text).flatMap(({ line, number }) =>
    [...line.matchAll(/['"`]\s*((?:\[[A-Z][A-Z0-9]+-\d+[a-z]?(?:,\s*[A-Z][A-Z0-9]+-\d+[a-z]?)*\]\s*)+)/g)].flatMap(
      (match) => [...(match[1] ?? '').matchAll(/[A-Z][A-Z0-9]+-\d+[a-z]?/g)].map(([id]) => ({ id, number })),
    ),
  );
}

/** @param {string} text */
const lines = (text) => text.split('\n').map((line, index) => ({ line, number: index + 1 }));

/** @param {string} root @param {string} file */
const read = (root, file) => readFileSync(path.join(root, file), 'utf8');

/**
 * @param {string} root
 * @param {string} folder
 * @param {RegExp} pattern
 */
function list(root, folder, pattern) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((name) => pattern.test(name) && !name.includes('node_modules/'));
}

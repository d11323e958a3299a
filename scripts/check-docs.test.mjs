import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deadReferences, ruleCoverage } from './lib/docs.mjs';

/** @type {string} */
let root;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sitrep-docs-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

test('a cited path that does not exist is named with its line', () => {
  write('README.md', 'fine\nsee `apps/bff/src/gone.ts:12` and `npm test` and `dist/web`');
  expect(deadReferences(root)).toEqual(['README.md:2 cites apps/bff/src/gone.ts, which does not exist']);
});

test('placeholders are looked for up to their folder', () => {
  write('apps/bff/src/main.ts', '');
  write('docs/guide.md', '`apps/bff/src/<domain>/x.ts` `apps/*/src` `apps/none/<x>`');
  expect(deadReferences(root)).toEqual(['docs/guide.md:1 cites apps/none/, which does not exist']);
});

test('a link is followed from the folder of its page', () => {
  write('docs/guide.md', '[a](../README.md#top) [b](other.md) [c](https://example.org) [d](#here)');
  write('README.md', '');
  expect(deadReferences(root)).toEqual(['docs/guide.md:1 links to other.md, which does not exist']);
});

test('rules that are quoted but not defined fail, rules that are not quoted are told', () => {
  write('docs/spec/log.md', '- **LOG-1** a\n### LOG-2 b\n| LOG-3 | c\n[LOG-4] d\ntext about LOG-9');
  write(
    'apps/bff/src/log.test.ts',
    ["test('[LOG-1] x'", "it.each([1])('[LOG-2, LOG-3] y'", 'test("[LOG-9] z"'].join('\n'),
  );
  expect(ruleCoverage(root)).toEqual({
    unknown: ['apps/bff/src/log.test.ts:3 quotes rule LOG-9, which no file of docs/spec defines'],
    untested: ['LOG-4'],
  });
});

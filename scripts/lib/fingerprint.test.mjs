import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

/** @type {string} */
let base;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'sitrep-print-'));
  mkdirSync(path.join(base, 'src'));
  writeFileSync(path.join(base, 'src/a.ts'), 'one');
});
afterEach(() => rmSync(base, { recursive: true }));

test('a touched file changes only the quick half', () => {
  const before = fingerprint(['src'], base);
  utimesSync(path.join(base, 'src/a.ts'), 1, 1);
  const after = fingerprint(['src'], base);
  expect(after.stat).not.toBe(before.stat);
  expect(after.content()).toBe(before.content());
});

test('new bytes, a new file and a removed file change both', () => {
  const before = fingerprint(['src'], base);
  const content = before.content();
  writeFileSync(path.join(base, 'src/b.ts'), '');
  const added = fingerprint(['src'], base);
  expect([added.stat === before.stat, added.content() === content]).toEqual([false, false]);
  writeFileSync(path.join(base, 'src/a.ts'), 'two!');
  rmSync(path.join(base, 'src/b.ts'));
  const changed = fingerprint(['src'], base);
  expect([changed.stat === before.stat, changed.content() === content]).toEqual([false, false]);
});

test('tests and documents build nothing; a missing source is no fault', () => {
  const before = fingerprint(['src', 'gone'], base);
  for (const name of ['a.test.ts', 'notes.md']) writeFileSync(path.join(base, 'src', name), '');
  expect(fingerprint(['src', 'gone'], base).stat).toBe(before.stat);
});

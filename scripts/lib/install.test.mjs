import { expect, test } from 'vitest';
import { isInstalled } from './install.mjs';
import { isOldNode } from './require-node.mjs';

const locked = {
  '': { version: '1.0.0' },
  'apps/web': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b-darwin': { version: '2.0.0', optional: true },
};

test.each([
  ['the same', true, { 'node_modules/a': { version: '1.0.0' } }],
  ['another version', false, { 'node_modules/a': { version: '1.0.1' } }],
  ['one missing', false, {}],
  ['one too many', false, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/z': { version: '1.0.0' } }],
])('node_modules with %s: %s', (_, expected, installed) => {
  expect(isInstalled(locked, installed)).toBe(expected);
});

test.each([
  ['18.20.4', true],
  ['20.18.3', true],
  ['20.19.0', false],
  ['22.1.0', false],
])('Node %s is too old: %s', (version, expected) => {
  expect(isOldNode(version)).toBe(expected);
});

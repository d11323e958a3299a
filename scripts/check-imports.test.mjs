import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importFaults } from './lib/imports.mjs';

/** @type {string} */
let root;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sitrep-imports-'));
});
afterEach(() => rmSync(root, { recursive: true }));

/** @param {string} file @param {string} [text] */
function plant(file, text = 'export {};') {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

/** A repository in which one file imports one other. @param {string} from @param {string} to @param {string} specifier */
function faultOf(from, to, specifier) {
  if (to) plant(to);
  plant(from, `import type { A } from '${specifier}';`);
  return importFaults(root).join('\n');
}

const s = 'packages/shared/src';
const b = 'apps/bff/src';
const w = 'apps/web/src';

describe('a planted violation fails', () => {
  test.each([
    ['shared is pure', `${s}/incidents/decide.ts`, '', 'node:fs'],
    ['shared is pure', `${s}/kernel/event.ts`, '', 'react'],
    ['kernel knows no domain', `${s}/kernel/event.ts`, `${s}/incidents/ids.ts`, '../incidents/ids.ts'],
    ['domains know each other by id', `${s}/incidents/decide.ts`, `${s}/people/state.ts`, '../people/state.ts'],
    ['domains know each other by id', `${s}/incidents/decide.ts`, `${s}/people/events.ts`, '../people/events.ts'],
    ['domains know each other by id', `${s}/timeline/fold.ts`, `${s}/people/state.ts`, '../people/state.ts'],
    ['domains know each other by id', `${s}/incidents/decide.ts`, `${s}/board/row.ts`, '../board/row.ts'],
    [
      'domains do not know the protocol',
      `${s}/incidents/decide.ts`,
      `${s}/protocol/topics.ts`,
      '../protocol/topics.ts',
    ],
    ['applications do not know each other', `${w}/live/a.ts`, `${b}/app.ts`, '../../../bff/src/app.ts'],
    ['applications do not know each other', `${b}/app.ts`, `${w}/live/a.ts`, '../../web/src/live/a.ts'],
    ['the web app has no Node', `${w}/live/a.ts`, '', 'node:fs'],
    ['features do not know each other', `${w}/features/a/x.ts`, `${w}/features/b/y.ts`, '../b/y.ts'],
    ['features and live do not know the app', `${w}/features/a/x.ts`, `${w}/app/router.ts`, '../../app/router.ts'],
    ['ui and live know no feature', `${w}/ui/button.tsx`, `${w}/features/a/x.ts`, '../features/a/x.ts'],
    ['ports know no implementation', `${b}/ports/a.ts`, `${b}/realtime/x.ts`, '../realtime/x.ts'],
    ['only the composition root knows adapters', `${b}/app.ts`, `${b}/adapters/x/y.ts`, './adapters/x/y.ts'],
    ['production code knows no test', `${b}/app.ts`, `${b}/testing/x.ts`, './testing/x.ts'],
    ['which is no file', `${b}/app.ts`, `${b}/config.ts`, './config'],
    [
      'reaches into another package by path',
      `${b}/app.ts`,
      `${s}/kernel/a.ts`,
      '../../../packages/shared/src/kernel/a.ts',
    ],
  ])('%s: %s → %s', (name, from, to, specifier) => {
    expect(faultOf(from, to, specifier)).toContain(name);
  });
});

describe('what the architecture allows passes', () => {
  test.each([
    [`${s}/kernel/event.ts`, '', 'zod/mini'],
    [`${s}/incidents/decide.ts`, `${s}/people/ids.ts`, '../people/ids.ts'],
    [`${s}/alerts/events.ts`, `${s}/incidents/values.ts`, '../incidents/values.ts'],
    [`${s}/timeline/fold.ts`, `${s}/incidents/events.ts`, '../incidents/events.ts'],
    [`${s}/board/row.ts`, `${s}/incidents/state.ts`, '../incidents/state.ts'],
    [`${s}/protocol/topics.ts`, `${s}/incidents/state.ts`, '../incidents/state.ts'],
    [`${s}/incidents/decide.test.ts`, '', 'fast-check'],
    [`${b}/app.ts`, `${s}/incidents/state.ts`, '@sitrep/shared/incidents/state'],
    [`${b}/main.ts`, `${b}/adapters/x/y.ts`, './adapters/x/y.ts'],
    [`${b}/app.test.ts`, `${b}/adapters/x/y.ts`, './adapters/x/y.ts'],
    [`${w}/app/router.ts`, `${w}/features/a/x.ts`, '../features/a/x.ts'],
    [`${w}/features/a/x.ts`, `${w}/live/a.ts`, '../../live/a.ts'],
    ['bench/start.ts', `${b}/app.ts`, '../apps/bff/src/app.ts'],
  ])('%s → %s %s', (from, to, specifier) => {
    expect(faultOf(from, to, specifier)).toBe('');
  });
});

test('import() of values and of types is seen too, with its line', () => {
  plant(`${s}/incidents/a.ts`, "\nconst x = await import('node:os');\ntype T = import('node:fs').Stats;");
  const faults = importFaults(root);
  expect(faults).toHaveLength(2);
  expect(faults[0]).toContain(`${s}/incidents/a.ts:2 imports node:os`);
  expect(faults[1]).toContain(`${s}/incidents/a.ts:3 imports node:fs`);
});

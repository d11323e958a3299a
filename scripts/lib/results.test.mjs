import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { add, playwrightTotals, reportTotals, vitestTotals } from './results.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'sitrep-results-'));
afterEach(() => vi.restoreAllMocks());

/** @param {unknown} content */
function report(content) {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('both runners are summed; what passed only when tried again is counted apart, too', () => {
  const vitest = vitestTotals(report({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }), 1);
  const playwright = playwrightTotals(report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } }), 1);
  expect(add(vitest, playwright)).toEqual({ passed: 9, failed: 2, skipped: 2, flaky: 1 });
});

test('a runner that failed without a failed test counts as one failure', () => {
  expect(vitestTotals(path.join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(playwrightTotals(report({ stats: { expected: 2 } }), 1).failed).toBe(1);
});

test.each([
  [{ passed: 2, failed: 0, skipped: 0 }, '2 passed, 0 failed', 0],
  [{ passed: 2, failed: 1, skipped: 3 }, '2 passed, 1 failed, 3 skipped', 1],
  [{ passed: 2, failed: 0, skipped: 0, flaky: 1 }, '2 passed, 0 failed', 0],
  [{ passed: 0, failed: 0, skipped: 0 }, '0 passed, 0 failed', 1],
])('the closing line of %o is "%s" and the exit code %i', (totals, line, code) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  expect(reportTotals(totals)).toBe(code);
  expect(log).toHaveBeenLastCalledWith(`\n${line}`);
});

import { existsSync, readFileSync } from 'node:fs';

/** `flaky` passed only when tried again. @typedef {{ passed: number, failed: number, skipped: number, flaky?: number }} Totals */

/** @param {Totals} a @param {Totals} b @returns {Totals} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  flaky: (a.flaky ?? 0) + (b.flaky ?? 0),
});

/** @param {string} file @param {number} exitCode */
export function vitestTotals(file, exitCode) {
  const report = read(file);
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  return honest({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0, skipped }, exitCode);
}

/** @param {string} file @param {number} exitCode */
export function playwrightTotals(file, exitCode) {
  const stats = read(file)?.stats ?? {};
  const flaky = stats.flaky ?? 0;
  const totals = {
    passed: (stats.expected ?? 0) + flaky,
    failed: stats.unexpected ?? 0,
    skipped: stats.skipped ?? 0,
    flaky,
  };
  return honest(totals, exitCode);
}

/** A runner that failed without a failed test (a file that does not load, no tests found) counts as one failure. @param {Totals} totals @param {number} exitCode */
function honest(totals, exitCode) {
  return exitCode !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Prints the closing line that continuous integration reads.
 * @param {Totals} totals
 * @returns {number} the exit code: nothing tested is a failure too
 */
export function reportTotals({ passed, failed, skipped, flaky = 0 }) {
  if (flaky > 0) console.log(`\nPassed only when tried again: ${flaky}`);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

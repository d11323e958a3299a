import { format } from 'node:util';
import { afterEach } from 'vitest';

// A test that warns or logs an error fails: what is expected is caught by the test's own spy.
/** @type {string[]} */
const said = [];
for (const level of /** @type {const} */ (['error', 'warn'])) {
  console[level] = (...args) => void said.push(`console.${level}: ${format(...args)}`);
}

afterEach(() => {
  const faults = said.splice(0);
  if (faults.length > 0) throw new Error(`The test logged:\n${faults.join('\n')}`);
});

import { expect, it } from 'vitest';
import { keyMeantBy } from './incident-number.ts';

const NOW = Date.UTC(2026, 10, 20);

it.each([
  ['42', 'INC-2026-0042'],
  ['2025-42', 'INC-2025-0042'],
  ['INC-2026-0042', 'INC-2026-0042'],
  ['inc 7', 'INC-2026-0007'],
  ['inc-7', 'INC-2026-0007'],
  [' 12345 ', 'INC-2026-12345'],
  ['0', undefined],
  ['', undefined],
  ['sev1', undefined],
  ['4 2', undefined],
])('[KEY-22] “%s” means %s', (typed, key) => {
  expect(keyMeantBy(typed, NOW)).toBe(key);
});

import * as fc from 'fast-check';
import { vi } from 'vitest';

// Hundreds of histories each: how long that takes says how busy the machine is, not whether they hold.
vi.setConfig({ testTimeout: 120_000 });

type Run = {
  readonly runs: number;
  /** Seeds that once failed: tried first, for ever. */
  readonly pinned?: readonly number[];
};

/**
 * Tries a property with the pinned seeds and then with a new one, or with that of `SITREP_SEED`. The message of a
 * failure names the seed.
 */
export const holds = <Values>(property: fc.IProperty<Values>, { runs, pinned = [] }: Run): void => {
  const asked = process.env['SITREP_SEED'];
  const seeds = asked === undefined ? [...pinned, undefined] : [Number(asked)];
  for (const seed of seeds) fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
};

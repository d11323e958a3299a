import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manualScheduler } from './testing/manual-scheduler.ts';
import { assertConverged, assertTextsKept, assertWindowHasNoHoles, assertWrittenOnce } from './testing/oracles.ts';
import { faultiness, happening, PEOPLE, World } from './testing/simulated-world.ts';

describe('pages on a bad network', () => {
  it('[LIVE-1] [LIVE-4] [LIVE-20] [LIVE-30] [PRF-10] [PRF-11] all show what the server has, and nothing written is lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        faultiness,
        fc.array(happening, { minLength: 5, maxLength: 60, size: 'max' }),
        fc.integer({ min: 2, max: 6 }),
        async (seed, faults, happenings, count) => {
          const scheduler = manualScheduler(seed);
          const world = new World(scheduler, faults, PEOPLE.slice(0, count));
          await scheduler.advance(500);
          for (const one of happenings) {
            world.do(one);
            await scheduler.advance(one.waitMs);
          }
          await world.heal();
          expect(world.defects).toEqual([]);
          assertConverged(world);
          assertWindowHasNoHoles(world);
          assertWrittenOnce(world);
          assertTextsKept(world);
        },
      ),
      { numRuns: Number(process.env['LIVE_RUNS'] ?? 40) },
    );
  }, 120_000);
});

import { expect, it } from 'vitest';
import { realSources, TEST_SOURCE } from './real-sources.ts';

it('counts no source that only carries the test alert', () => {
  expect(realSources([{ name: TEST_SOURCE }])).toEqual([]);
  expect(realSources([{ name: TEST_SOURCE }, { name: 'Prometheus' }])).toEqual([{ name: 'Prometheus' }]);
});

import { expect, test } from 'vitest';
import { systemActor } from '@sitrep/shared/kernel/actor';
import { ManualClock } from '../adapters/manual-clock.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { IncidentIndex } from '../projections/incident-index.ts';
import { OpenSet } from '../projections/open-set.ts';
import { Snapshots } from './snapshots.ts';
import { Topics } from './topics.ts';

const ACTOR = systemActor('test');
type Row = Parameters<Topics['lists']['alerts']['set']>[1] & object;
const row = (received: number) => ({ id: 'a', received }) as unknown as Row;

test('[RT-28] the bytes of the alerts are made once, until a row changes or a counter moves', async () => {
  const openSet = new OpenSet();
  const topics = new Topics({
    openSet,
    index: new IncidentIndex(openSet),
    clock: new ManualClock(),
    broadcast: () => undefined,
    sightingOf: () => undefined,
  });
  const snapshots = new Snapshots({ topics, openSet, log: createMemoryStorage().log });
  const of = () => snapshots.of(ACTOR, 'alerts');
  const { alerts } = topics.lists;
  alerts.set('a', row(1), 1);
  const first = await of();
  expect(await of()).toBe(first);
  for (const encoding of ['br', 'gzip'] as const) {
    expect((await of()).packed(encoding)).toBe(first.packed(encoding));
  }
  alerts.touch('a', row(1));
  expect(await of()).toBe(first);
  alerts.touch('a', row(2));
  const second = await of();
  expect([second.position, second.json.toString()]).toEqual([1, expect.stringContaining('"received":2')]);
  expect(await of()).toBe(second);
});

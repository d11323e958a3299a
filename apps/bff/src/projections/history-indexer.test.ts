import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { ManualClock } from '../adapters/manual-clock.ts';
import { openSqliteReadStore } from '../adapters/read-store/sqlite-read-store.ts';
import { loadSqlite } from '../adapters/sqlite/driver.ts';
import { MemoryEventLog } from '../adapters/storage/memory/memory-event-log.ts';
import type { ReadStore } from '../ports/read-store.ts';
import { HistoryIndexer, PATIENCE_MS } from './history-indexer.ts';

const driver = await loadSqlite();
const stores: ReadStore[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

/** A read store whose disk is full for the first writes. */
const begin = async (failures: number) => {
  const log = new MemoryEventLog();
  const clock = new ManualClock();
  const store = openSqliteReadStore(driver, ':memory:');
  stores.push(store);
  const state = { left: failures, tries: 0, health: [] as string[] };
  const apply: ReadStore['apply'] = (change) => {
    state.tries += 1;
    if (state.left > 0) {
      state.left -= 1;
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    }
    store.apply(change);
  };
  const full = Object.assign(Object.create(store) as ReadStore, {
    apply,
    position: () => store.position(),
    lastEventId: () => store.lastEventId(),
  });
  const indexer = new HistoryIndexer(log, full, clock, {
    onFault: () => void state.health.push('fault'),
    onHealed: () => void state.health.push('healed'),
  });
  let version = 0;
  const append = async (): Promise<number> => {
    const event = { id: randomUUID(), type: 'counter.advanced', schema: 1, data: { value: version + 1 } };
    await log.append([{ stream: 'counter/a', expectedVersion: version, events: [event] }], {
      actor: 'system/test',
      commandId: randomUUID(),
      at: 1,
    });
    version += 1;
    return log.head();
  };
  return { indexer, clock, store, state, append };
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

test('[HIST-24] a history that cannot be written is tried again, ever less often, and heals', async () => {
  const { indexer, clock, store, state, append } = await begin(2);
  const head = await append();
  const reached = indexer.indexedUpTo(head);
  await settled();
  expect([state.tries, state.health]).toEqual([1, ['fault']]);
  clock.advance(1_000);
  await settled();
  expect(state.tries).toBe(2);
  clock.advance(1_999);
  await settled();
  expect(state.tries).toBe(2);
  clock.advance(1);
  await reached;
  expect([store.position(), state.health]).toEqual([head, ['fault', 'healed']]);
  await indexer.indexedUpTo(await append());
  await indexer.stop();
});

test('[HIST-24] whoever needs it up to date meanwhile is answered `unavailable`, and not for ever', async () => {
  const { indexer, clock, state, append } = await begin(0);
  await indexer.indexedUpTo(await append());
  state.left = Number.POSITIVE_INFINITY;
  await append();
  const asked = [indexer.upToDate(), indexer.upToDate()].map((answer) => answer.catch((error: unknown) => error));
  await settled();
  clock.advance(PATIENCE_MS);
  for (const answer of asked) expect(await answer).toMatchObject({ code: 'unavailable', details: { retryAfterS: 5 } });
  state.left = 0;
  const healed = indexer.upToDate();
  for (let second = 0; second < 4; second += 1) {
    clock.advance(1_000);
    await settled();
  }
  await healed;
  await indexer.stop();
});

test('[HIST-24] the end of the server waits for no retry', async () => {
  const { indexer, append } = await begin(Number.POSITIVE_INFINITY);
  const asked = indexer.indexedUpTo(await append()).catch((error: unknown) => error);
  await settled();
  await indexer.stop();
  expect(await asked).toMatchObject({ code: 'unavailable' });
});

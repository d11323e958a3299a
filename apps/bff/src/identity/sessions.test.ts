import { expect, test } from 'vitest';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { ManualClock } from '../adapters/manual-clock.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { createIdGenerator } from '../adapters/uuid-v7.ts';
import type { DocStore } from '../ports/doc-store.ts';
import { IDLE_MS, Sessions } from './sessions.ts';

const REN = 'ren' as UserId;

const withFullDisk = (docs: DocStore): DocStore => ({
  get: (collection, key) => docs.get(collection, key),
  list: (collection) => docs.list(collection),
  write: () => Promise.reject(new Error('the disk is full')),
  take: (collection, key) => docs.take(collection, key),
  close: () => docs.close(),
});

const world = async () => {
  const clock = new ManualClock(1_000_000);
  const { docs } = createMemoryStorage();
  const ids = createIdGenerator(clock);
  const before = new Sessions(docs, clock, ids);
  const { token, session } = await before.begin(REN);
  await before.makeLink(REN);
  return { clock, token, session, sessions: new Sessions(withFullDisk(docs), clock, ids) };
};

test('on a full disk whoever is to be out is out at once', async () => {
  const { sessions, session, token } = await world();
  await sessions.load();
  const ended: string[] = [];
  sessions.onEnd(({ id }) => ended.push(id));
  await expect(sessions.end(session.id)).rejects.toThrow('the disk is full');
  expect([sessions.find(token), ended]).toEqual([undefined, [session.id]]);
});

test('a full disk does not keep a server from starting that has sessions and links to forget', async () => {
  const { sessions, clock, token } = await world();
  clock.advance(IDLE_MS);
  await sessions.load();
  await sessions.endAllBut(() => false);
  expect(sessions.find(token)).toBeUndefined();
});

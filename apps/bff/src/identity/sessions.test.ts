import { expect, test } from 'vitest';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { ManualClock } from '../adapters/manual-clock.ts';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { createIdGenerator } from '../adapters/uuid-v7.ts';
import type { DocStore } from '../ports/doc-store.ts';
import { EventLogFault } from '../ports/event-log.ts';
import { IDLE_MS, LINKS_KEPT, Sessions } from './sessions.ts';

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

test('[IDN-7] a link that could not sign in works again once the disk can be written, and then once', async () => {
  const clock = new ManualClock(1_000_000);
  const { docs } = createMemoryStorage();
  let isFull = true;
  const write: DocStore['write'] = (changes) =>
    isFull ? Promise.reject(new EventLogFault('unavailable', 'the disk is full')) : docs.write(changes);
  const ids = createIdGenerator(clock);
  const sessions = new Sessions({ ...withFullDisk(docs), write }, clock, ids);
  const { token } = await new Sessions(docs, clock, ids).makeLink(REN);
  const use = () => sessions.useLink(token, async (userId) => userId ?? REN);
  await expect(use()).rejects.toMatchObject({ code: 'unavailable', details: { retryAfterS: 5 } });
  isFull = false;
  const begun = await Promise.all([use(), use(), use()]);
  expect(begun.map((each) => each?.session.userId)).toEqual([REN, undefined, undefined]);
  expect(await use()).toBeUndefined();
});

test('[IDN-8] of the links of one person the newest five are worth something', async () => {
  const clock = new ManualClock(1_000_000);
  const { docs } = createMemoryStorage();
  const sessions = new Sessions(docs, clock, createIdGenerator(clock));
  const { token: other } = await sessions.makeLink('mia' as UserId);
  const tokens: string[] = [];
  for (let n = 0; n < LINKS_KEPT + 2; n += 1) {
    tokens.push((await sessions.makeLink(REN)).token);
    clock.advance(1);
  }
  const worth = async (token: string) => (await sessions.useLink(token, async (userId) => userId ?? REN)) !== undefined;
  const all: boolean[] = [];
  for (const token of tokens) all.push(await worth(token));
  expect(all).toEqual([false, false, true, true, true, true, true]);
  expect(await worth(other)).toBe(true);
});

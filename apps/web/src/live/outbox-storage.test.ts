import { IDBFactory } from 'fake-indexeddb';
import { REN, ROZ, testId } from '@sitrep/shared/testing/cast';
import { describe, expect, it } from 'vitest';
import type { OutboxItem } from './outbox-item.ts';
import { memoryOutboxStorage, openOutboxStorage, type OutboxStorage } from './outbox-storage.ts';

const item = (commandId: string, userId = REN.id): OutboxItem => ({
  commandId,
  userId,
  protocol: 1,
  type: 'timeline.add-entry',
  command: { incidentId: testId(1), entryId: testId(2), kind: 'note', text: commandId },
  writtenAt: 1,
});

const idsOf = async (storage: OutboxStorage, userId = REN.id) =>
  (await storage.load(userId)).map(({ commandId }) => commandId);

describe.each([
  ['IndexedDB', () => openOutboxStorage(new IDBFactory())],
  ['memory', async () => memoryOutboxStorage()],
])('the outbox in %s', (_name, open) => {
  it('[LIVE-30] keeps the order of writing, also when an item is written anew', async () => {
    const storage = await open();
    const orders = [await storage.put(item('c')), await storage.put(item('a')), await storage.put(item('b'))];
    expect(orders.toSorted((x, y) => x - y)).toEqual(orders);
    expect(await storage.put({ ...item('c'), problem: { code: 'conflict', detail: 'No.' } })).toBe(orders[0]);
    expect(await idsOf(storage)).toEqual(['c', 'a', 'b']);
    const [first] = await storage.load(REN.id);
    expect(first).toMatchObject({ commandId: 'c', problem: { detail: 'No.' }, order: orders[0] });
  });

  it('[LIVE-31] lets go of what it is told to, and of nothing else', async () => {
    const storage = await open();
    await storage.put(item('a'));
    await storage.put(item('b'));
    await storage.remove('a');
    await storage.remove('never there');
    expect(await idsOf(storage)).toEqual(['b']);
  });

  it('[LIVE-33] shows each their own', async () => {
    const storage = await open();
    await storage.put(item('a'));
    await storage.put(item('b', ROZ.id));
    expect(await idsOf(storage)).toEqual(['a']);
    expect(await idsOf(storage, ROZ.id)).toEqual(['b']);
  });
});

describe('the outbox on disk', () => {
  it('[LIVE-31] is there for the next tab', async () => {
    const disk = new IDBFactory();
    await (await openOutboxStorage(disk)).put(item('a'));
    const next = await openOutboxStorage(disk);
    expect(next.reach).toBe('browser');
    expect(await idsOf(next)).toEqual(['a']);
  });

  it('[LIVE-30] orders what two tabs write at the same time', async () => {
    const disk = new IDBFactory();
    const [one, other] = [await openOutboxStorage(disk), await openOutboxStorage(disk)];
    const orders = await Promise.all([one.put(item('a')), other.put(item('b')), one.put(item('c'))]);
    expect(new Set(orders).size).toBe(3);
    const [first, , third] = orders;
    expect(first).toBeLessThan(third);
  });

  it('[LIVE-37] is memory where the browser gives no disk', async () => {
    expect((await openOutboxStorage(undefined)).reach).toBe('tab');
    const refusing = {
      open: () => {
        throw new DOMException('Denied in private windows.', 'SecurityError');
      },
    } as unknown as IDBFactory;
    expect((await openOutboxStorage(refusing)).reach).toBe('tab');
  });
});

import type { UserId } from '@sitrep/shared/kernel/ids';
import type { OutboxItem } from './outbox-item.ts';

export type OutboxStorage = {
  /** `tab`: nothing survives a reload, and no other tab sees it. */
  readonly reach: 'browser' | 'tab';
  /** In the order written. */
  readonly load: (userId: UserId) => Promise<readonly OutboxItem[]>;
  /** Adds it, or replaces the one with its command id; answers its place in the order, which it keeps. */
  readonly put: (item: OutboxItem) => Promise<number>;
  readonly remove: (commandId: string) => Promise<void>;
};

/** For browsers that give no disk, such as some private windows. */
export const memoryOutboxStorage = (): OutboxStorage => {
  const items = new Map<string, OutboxItem & { readonly order: number }>();
  let last = 0;
  return {
    reach: 'tab',
    load: async (userId) => [...items.values()].filter((item) => item.userId === userId),
    put: async (item) => {
      const order = items.get(item.commandId)?.order ?? (last += 1);
      items.set(item.commandId, { ...item, order });
      return order;
    },
    remove: async (commandId) => void items.delete(commandId),
  };
};

const DATABASE = 'sitrep-outbox';
const STORE = 'commands';
const BY_COMMAND = 'commandId';

const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed.')));
  });

const openDatabase = (indexedDB: IDBFactory): Promise<IDBDatabase> => {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => {
    const store = request.result.createObjectStore(STORE, { keyPath: 'order', autoIncrement: true });
    store.createIndex(BY_COMMAND, 'commandId', { unique: true });
  });
  return resultOf(request);
};

const indexedDbStorage = (database: IDBDatabase): OutboxStorage => {
  /** Resolves when what was done is on disk, not when it was asked for. */
  const change = <T>(run: (store: IDBObjectStore) => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      const result = run(transaction.objectStore(STORE));
      result.catch(reject);
      transaction.addEventListener('complete', () => resolve(result));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB aborted.')));
    });
  const orderOf = (store: IDBObjectStore, commandId: string) => resultOf(store.index(BY_COMMAND).getKey(commandId));

  return {
    reach: 'browser',
    load: async (userId) => {
      const all: OutboxItem[] = await resultOf(database.transaction(STORE).objectStore(STORE).getAll());
      return all.filter((item) => item.userId === userId);
    },
    put: (item) =>
      change(async (store) => {
        const order = item.order ?? (await orderOf(store, item.commandId));
        return Number(await resultOf(store.put(typeof order === 'number' ? { ...item, order } : item)));
      }),
    remove: (commandId) =>
      change(async (store) => {
        const order = await orderOf(store, commandId);
        if (order !== undefined) await resultOf(store.delete(order));
      }),
  };
};

export const openOutboxStorage = async (indexedDB: IDBFactory | undefined): Promise<OutboxStorage> => {
  if (indexedDB === undefined) return memoryOutboxStorage();
  try {
    return indexedDbStorage(await openDatabase(indexedDB));
  } catch {
    return memoryOutboxStorage();
  }
};

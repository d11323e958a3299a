import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocStore } from './doc-store.ts';

type Contract = {
  readonly name: string;
  /** A fresh, empty store, and how to get rid of it. */
  readonly create: () => Promise<{ readonly docs: DocStore; readonly destroy: () => Promise<void> }>;
};

/** What every adapter of `DocStore` keeps; the rules are numbered in `docs/spec/event-log.md`. */
export function registerDocStoreContract({ name, create }: Contract): void {
  describe(`document store: ${name}`, () => {
    let docs: DocStore;
    let destroy: () => Promise<void>;

    beforeEach(async () => {
      ({ docs, destroy } = await create());
    });
    afterEach(() => destroy());

    const put = (collection: string, key: string, value: unknown) => docs.write([{ collection, key, value }]);

    it('[DOC-1] gives back what was written last, and nothing for what is not there', async () => {
      expect(await docs.get('sessions', 'a')).toBeUndefined();
      await put('sessions', 'a', { user: 'ada', tries: [1, 2] });
      expect(await docs.get('sessions', 'a')).toEqual({ user: 'ada', tries: [1, 2] });
      await put('sessions', 'a', 'text');
      expect(await docs.get('sessions', 'a')).toBe('text');
      expect(await docs.get('tokens', 'a')).toBeUndefined();
    });

    it('[DOC-2] removes what is set to null', async () => {
      await put('sessions', 'a', 1);
      await put('sessions', 'a', null);
      await put('sessions', 'never there', null);
      expect(await docs.get('sessions', 'a')).toBeUndefined();
      expect(await docs.list('sessions')).toEqual([]);
    });

    it('[DOC-3] lists a collection by key, in the order of its bytes', async () => {
      await docs.write(['b', 'a', 'ä', '😀', '\uffee', 'B'].map((key) => ({ collection: 'c', key, value: { key } })));
      await put('other', 'x', 1);
      const found = await docs.list('c');
      expect(found.map(({ key }) => key)).toEqual(['B', 'a', 'b', 'ä', '\uffee', '😀']);
      expect(found[1]?.value).toEqual({ key: 'a' });
    });

    it('[DOC-4] makes several changes at once, the last one of a key counting', async () => {
      await put('c', 'old', 1);
      await docs.write([
        { collection: 'c', key: 'old', value: null },
        { collection: 'c', key: 'new', value: 1 },
        { collection: 'd', key: 'new', value: 1 },
        { collection: 'c', key: 'new', value: 2 },
      ]);
      expect(await docs.list('c')).toEqual([{ key: 'new', value: 2 }]);
      expect(await docs.get('d', 'new')).toBe(1);
    });

    it('[DOC-5] changes nothing when one of the changes cannot be stored', async () => {
      const change = docs.write([
        { collection: 'c', key: 'fine', value: 1 },
        { collection: 'c', key: 'bad', value: undefined },
      ]);
      await expect(change).rejects.toBeInstanceOf(TypeError);
      expect(await docs.list('c')).toEqual([]);
    });

    it('[DOC-6] gives a document to one taker only', async () => {
      await put('tokens', 'once', { for: 'ada' });
      const takers = await Promise.all(Array.from({ length: 20 }, () => docs.take('tokens', 'once')));
      expect(takers.filter((taken) => taken !== undefined)).toEqual([{ for: 'ada' }]);
      expect(await docs.get('tokens', 'once')).toBeUndefined();
    });

    it('[DOC-7] shares no object with its callers', async () => {
      const value = { list: [1] };
      await put('c', 'k', value);
      value.list.push(2);
      const found = (await docs.get('c', 'k')) as { list: number[] };
      found.list.push(3);
      expect(await docs.get('c', 'k')).toEqual({ list: [1] });
    });

    it('[DOC-8] carries out writes in the order of the calls', async () => {
      await Promise.all(Array.from({ length: 100 }, (_, index) => put('c', 'k', index)));
      expect(await docs.get('c', 'k')).toBe(99);
    });

    it('[DOC-9] answers unavailable once closed', async () => {
      await docs.close();
      await docs.close();
      await expect(docs.get('c', 'k')).rejects.toMatchObject({ code: 'unavailable' });
      await expect(docs.list('c')).rejects.toMatchObject({ code: 'unavailable' });
      await expect(put('c', 'k', 1)).rejects.toMatchObject({ code: 'unavailable' });
      await expect(docs.take('c', 'k')).rejects.toMatchObject({ code: 'unavailable' });
    });
  });
}

import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { HistoryEntry, ReadStore } from './read-store.ts';

type Query = Parameters<ReadStore['list']>[0];

const MEMBER = randomUUID() as UserId;

const entry = (
  n: number,
  more: { title?: string; text?: string; private?: boolean; closedAt?: number } = {},
): HistoryEntry => {
  const title = more.title ?? `Incident ${n}`;
  return {
    row: {
      id: randomUUID() as IncidentId,
      key: `INC-2026-${String(n).padStart(4, '0')}`,
      title,
      severity: 2,
      services: [],
      declaredAt: n,
      closedAt: more.closedAt ?? n,
      closure: { kind: 'completed', reason: 'done' },
    },
    visibility: { private: more.private ?? false, members: [MEMBER] },
    text: more.text ?? title,
  };
};

/** What every read store promises. `open` makes an empty one. */
export const readStoreContract = (adapter: string, open: () => Promise<ReadStore>): void => {
  describe(`read store: ${adapter}`, () => {
    let store: ReadStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const put = (...entries: readonly HistoryEntry[]): void =>
      store.apply({
        put: entries,
        remove: [],
        position: store.position() + 1,
        lastEventId: `event ${store.position() + 1}`,
      });
    const all: Query = { search: '', limit: 200, isVisible: () => true };
    const titles = (query: Partial<Query> = {}): readonly string[] =>
      store.list({ ...all, ...query }).items.map(({ title }) => title);
    const pages = (limit: number, isVisible = all.isVisible): readonly (readonly string[])[] => {
      const found: string[][] = [];
      for (let cursor: string | undefined, more = true; more;) {
        const page = store.list({ ...all, limit, isVisible, ...(cursor === undefined ? {} : { cursor }) });
        found.push(page.items.map(({ title }) => title));
        cursor = page.next;
        more = cursor !== undefined;
      }
      return found;
    };

    describe('progress', () => {
      it('[HIST-11] begins at nothing and moves with what is put and removed', () => {
        expect([store.position(), store.lastEventId()]).toEqual([0, '']);
        const gone = entry(1);
        put(gone);
        store.apply({ put: [entry(2)], remove: [gone.row.id], position: 9, lastEventId: 'nine' });
        expect([store.position(), store.lastEventId(), titles()]).toEqual([9, 'nine', ['Incident 2']]);
      });

      it('[HIST-11] moves not at all where something cannot be put', () => {
        put(entry(1));
        const broken = { ...entry(2), row: { ...entry(2).row, key: entry(1).row.key } };
        expect(() => store.apply({ put: [entry(3), broken], remove: [], position: 5, lastEventId: 'five' })).toThrow(
          'UNIQUE',
        );
        expect([store.position(), store.lastEventId(), titles()]).toEqual([1, 'event 1', ['Incident 1']]);
      });

      it('[HIST-11] can go back to nothing', () => {
        put(entry(1, { text: 'alpha' }));
        store.clear();
        expect([store.position(), store.lastEventId(), titles(), titles({ search: 'alpha' })]).toEqual([0, '', [], []]);
        put(entry(1));
        expect(titles()).toEqual(['Incident 1']);
      });
    });

    describe('pages', () => {
      it('[HIST-12] go from the newest to the oldest, each row once, also of the same moment', () => {
        put(...Array.from({ length: 23 }, (_, n) => entry(n + 1, { closedAt: Math.floor(n / 5) })));
        const [newest] = titles();
        expect(newest).toMatch(/Incident 2[1-3]/);
        for (const limit of [1, 5, 7, 23, 24]) {
          const found = pages(limit);
          expect(found.flat()).toEqual(titles());
          expect(found.slice(0, -1).every((page) => page.length === limit)).toBe(true);
        }
      });

      it('[HIST-12] end however many rows are hidden in between', () => {
        const entries = Array.from({ length: 420 }, (_, n) => entry(n + 1, { private: n % 211 !== 0 }));
        put(...entries);
        const isVisible = (visibility: { private: boolean }): boolean => !visibility.private;
        expect(pages(1, isVisible)).toEqual([['Incident 212'], ['Incident 1']]);
        expect(pages(2, isVisible)).toEqual([['Incident 212', 'Incident 1']]);
      });

      it('[HIST-14] take no cursor that they did not give, and a cursor names only what was shown', () => {
        put(...Array.from({ length: 5 }, (_, n) => entry(n + 1, { private: n === 2 })));
        const isVisible = (visibility: { private: boolean }): boolean => !visibility.private;
        const { next = '' } = store.list({ ...all, limit: 2, isVisible });
        expect(Buffer.from(next, 'base64url').toString()).not.toContain(
          store.find('INC-2026-0003')?.row.id ?? 'missing',
        );
        for (const cursor of [
          '',
          'x',
          '!!!',
          '////',
          Buffer.from('NaN:x').toString('base64url'),
          Buffer.from('1').toString('base64url'),
        ]) {
          expect(() => store.list({ ...all, cursor })).toThrow('This is no cursor of an earlier page.');
        }
        const forged = Buffer.from("9:' OR 1=1 --").toString('base64url');
        expect(titles({ cursor: forged, isVisible })).not.toContain('Incident 3');
      });
    });

    describe('a search', () => {
      it('[HIST-13] finds what holds all the words, the last one as a beginning, in any case', () => {
        put(
          entry(1, { text: 'Checkout fails in Europe' }),
          entry(2, { text: 'Checkout is slow' }),
          entry(3, { text: 'DNS' }),
        );
        expect(titles({ search: 'checkout' })).toEqual(['Incident 2', 'Incident 1']);
        expect(titles({ search: 'CHECKOUT fai' })).toEqual(['Incident 1']);
        expect(titles({ search: 'fai checkout' })).toEqual([]);
        expect(titles({ search: 'europe checkout' })).toEqual(['Incident 1']);
        expect(titles({ search: 'nothing' })).toEqual([]);
      });

      it('[HIST-13] takes every character as text', () => {
        put(entry(1, { text: 'say "hello" OR NOT NEAR(a b) col:x über 日本 🔥' }));
        for (const search of [
          '"',
          '*',
          '"hello',
          'hello"',
          'OR',
          'NOT',
          'NEAR(a',
          'NEAR',
          'a*',
          '^say',
          'col:x',
          '-say',
          '(',
          ')',
          "'",
          ';',
          '🔥',
          'über',
          '日本',
          '{a b}',
          '\u0000',
          '\ud800',
          '%',
          '_',
        ]) {
          expect([search, titles({ search })]).toEqual([search, ['Incident 1']]);
        }
        expect(titles({ search: 'hello AND goodbye' })).toEqual([]);
        expect(titles({ search: 'w'.repeat(200) })).toEqual([]);
      });

      it('[HIST-13] looks at the first twelve words', () => {
        put(entry(1, { text: 'a b c d e f g h i j k l' }));
        expect(titles({ search: 'a b c d e f g h i j k l nothing' })).toEqual(['Incident 1']);
        expect(titles({ search: 'nothing a b c d e f g h i j k l' })).toEqual([]);
      });

      it('[HIST-13] of thousands that nobody may see asks once per visibility', () => {
        put(...Array.from({ length: 2_500 }, (_, n) => entry(n + 1, { text: 'same', private: n > 0 })));
        const asked: boolean[] = [];
        const isVisible = (visibility: { private: boolean }): boolean => {
          asked.push(visibility.private);
          return !visibility.private;
        };
        expect([titles({ search: 'same', isVisible }), titles({ isVisible })]).toEqual([
          ['Incident 1'],
          ['Incident 1'],
        ]);
        expect(asked).toEqual([true, false, true, false]);
      });

      it('[HIST-13] shows where it was found', () => {
        put(entry(1, { text: 'the disk is full again' }));
        expect(store.list({ ...all, search: 'full' }).items[0]?.excerpt).toBe('the disk is ⟦full⟧ again');
        expect(store.list(all).items[0]).not.toHaveProperty('excerpt');
      });

      it('[HIST-13] pages like everything else, and forgets what was removed', () => {
        const entries = Array.from({ length: 130 }, (_, n) => entry(n + 1, { text: n % 2 === 0 ? 'even' : 'odd' }));
        put(...entries);
        const first = store.list({ ...all, search: 'even', limit: 40 });
        const second = store.list({ ...all, search: 'even', limit: 40, cursor: first.next ?? '' });
        expect([first.items.length, second.items.length, second.next]).toEqual([40, 25, undefined]);
        store.apply({ put: [], remove: entries.map(({ row }) => row.id), position: 9, lastEventId: 'nine' });
        expect(titles({ search: 'even' })).toEqual([]);
      });
    });

    it('[HIST-15] an incident is found by id and by key, and what is put again replaces what was', () => {
      const first = entry(1, { text: 'former', private: true });
      put(first);
      put({ ...first, row: { ...first.row, title: 'Renamed' }, text: 'latter' });
      for (const name of [first.row.id, first.row.key]) expect(store.find(name)?.row.title).toBe('Renamed');
      expect(store.find(first.row.id)?.visibility).toEqual({ private: true, members: [MEMBER] });
      expect([titles({ search: 'former' }), titles({ search: 'latter' })]).toEqual([[], ['Renamed']]);
      expect(store.find('INC-2026-9999')).toBeUndefined();
    });
  });
};

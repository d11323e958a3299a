import { expect, it } from 'vitest';
import type { RoomEntry } from '../../../live/live-client.ts';
import { createFinder, folded } from './find.ts';

const entries = Array.from(
  { length: 230 },
  (_, index) => ({ id: `e${index}`, text: `Größe ${index}` }) as unknown as RoomEntry,
);
const textOf = (entry: RoomEntry) => folded((entry as unknown as { text: string }).text);

it('[VIEW-43] finds without regard to case and marks', () => {
  expect(folded('GRÖSSE Ångström')).toBe('grosse angstrom');
  const { ids, done } = createFinder(entries, folded('grö'), textOf).goOn(() => false);
  expect([ids.length, done]).toEqual([230, 230]);
});

it('[VIEW-44] goes on where it stopped, and says how far it is', () => {
  const finder = createFinder(entries, 'e 22', textOf);
  const first = finder.goOn(() => true);
  expect(first).toEqual({ needle: 'e 22', ids: ['e22'], done: 50 });
  const rest = finder.goOn(() => false);
  expect(rest.done).toBe(230);
  expect(rest.ids).toEqual(['e22', ...Array.from({ length: 10 }, (_, index) => `e22${index}`)]);
});

it('is done at once with nothing to search', () => {
  expect(createFinder([], 'x', textOf).goOn(() => false)).toEqual({ needle: 'x', ids: [], done: 0 });
});

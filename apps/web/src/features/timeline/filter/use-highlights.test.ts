import { expect, it } from 'vitest';
import { folded } from './find.ts';
import { placesIn } from './use-highlights.ts';

const marked = (text: string, query: string) => placesIn(text, folded(query)).map(([from, to]) => text.slice(from, to));

it('[VIEW-45] marks every place as it is written', () => {
  expect(marked('Cache miss, cache hit, CACHE', 'cache')).toEqual(['Cache', 'cache', 'CACHE']);
  expect(marked('Größer als groß', 'gro')).toEqual(['Grö', 'gro']);
  expect(marked('cafe\u0301 and café', 'cafe')).toEqual(['cafe\u0301', 'café']);
  expect(marked('🙂 smile 🙂', 'smile')).toEqual(['smile']);
  expect(marked('nothing here', 'other')).toEqual([]);
  expect(marked('nothing here', '')).toEqual([]);
});

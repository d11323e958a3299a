import { fold, foldQuery } from './fold.ts';
import { haystack, level, LEVELS, nearTo, type Haystack } from './match.ts';

export type Searchable = {
  /** Stays the same from visit to visit: what was chosen before is remembered by it. */
  readonly id: string;
  readonly title: string;
  /** Also found by these, after what is found by its title. */
  readonly keywords?: string;
  /** Of equally good matches, higher goes first: what is about the present screen. */
  readonly weight?: number;
};

type Prepared<Item> = { readonly item: Item; readonly title: Haystack; readonly keywords: Haystack };

export type PaletteIndex<Item> = readonly Prepared<Item>[];

export const indexOf = <Item extends Searchable>(items: readonly Item[]): PaletteIndex<Item> =>
  items.map((item) => ({
    item,
    title: haystack(fold(item.title)),
    keywords: haystack(fold(item.keywords ?? '')),
  }));

export type SearchOptions = {
  /** Ids of what was chosen on this device, newest first. */
  readonly recent: readonly string[];
  readonly limit: number;
};

type Ranked<Item> = { readonly item: Item; readonly level: number; readonly recency: number; readonly length: number };

/** Below so many good matches, near ones are looked for. */
const FEW = 3;

/** Best first: by kind of match, then what was chosen lately, then what is about this screen, then the shorter. */
export const search = <Item extends Searchable>(
  index: PaletteIndex<Item>,
  typed: string,
  { recent, limit }: SearchOptions,
): readonly Item[] => {
  const query = haystack(foldQuery(typed));
  const recency = new Map(recent.map((id, place) => [id, recent.length - place]));
  const good = ranked(index, recency, ({ title, keywords }) => level(query, title, keywords));
  const looksFurther = good.length < FEW && query.text.length > 2;
  const isNear = nearTo(query);
  const near = looksFurther ? ranked(index, recency, ({ title }) => Number(isNear(title)) * LEVELS.fuzzy) : [];
  const known = new Set(good.map(({ item }) => item.id));
  return [...good, ...near.filter(({ item }) => !known.has(item.id))]
    .toSorted(byRank)
    .slice(0, limit)
    .map(({ item }) => item);
};

const ranked = <Item extends Searchable>(
  index: PaletteIndex<Item>,
  recency: ReadonlyMap<string, number>,
  levelOf: (prepared: Prepared<Item>) => number,
): Ranked<Item>[] => {
  const hits: Ranked<Item>[] = [];
  for (const prepared of index) {
    const found = levelOf(prepared);
    if (found === LEVELS.none) continue;
    const { item, title } = prepared;
    hits.push({ item, level: found, recency: recency.get(item.id) ?? 0, length: title.text.length });
  }
  return hits;
};

const byRank = <Item extends Searchable>(a: Ranked<Item>, b: Ranked<Item>): number =>
  b.level - a.level ||
  b.recency - a.recency ||
  (b.item.weight ?? 0) - (a.item.weight ?? 0) ||
  a.length - b.length ||
  (a.item.title < b.item.title ? -1 : 1);

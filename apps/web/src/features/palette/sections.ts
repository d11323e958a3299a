import { GROUPS, type Group, type PaletteItem } from './items.ts';
import { search, type PaletteIndex } from './search/palette-index.ts';

/** As the list shows them: a title, and what belongs under it. */
export type Section = { readonly value: Group; readonly items: readonly PaletteItem[] };

const FOUND_AT_MOST = 60;
const PER_GROUP = 8;
const RECENT_SHOWN = 5;
const AT_REST: Readonly<Record<Group, number>> = {
  recent: RECENT_SHOWN,
  here: 8,
  answers: 200,
  incidents: 6,
  commands: 12,
  people: 0,
  services: 0,
  alerts: 0,
  past: 0,
  screens: 10,
  settings: 0,
};

const grouped = (items: readonly PaletteItem[], most: (group: Group) => number): readonly Section[] => {
  const byGroup = new Map<Group, PaletteItem[]>();
  for (const item of items) {
    const group = byGroup.get(item.group) ?? [];
    if (group.length < most(item.group)) byGroup.set(item.group, [...group, item]);
  }
  return [...byGroup].map(([value, inside]) => ({ value, items: inside })).filter(({ items: some }) => some.length > 0);
};

/** Best group first: the one that holds the best match. */
export const foundSections = (
  index: PaletteIndex<PaletteItem>,
  typed: string,
  recent: readonly string[],
): readonly Section[] =>
  grouped(search(index, typed, { recent, limit: FOUND_AT_MOST }), (group) =>
    group === 'answers' ? FOUND_AT_MOST : PER_GROUP,
  );

/** Before anything is typed: what was chosen lately, then what the screen offers. */
export const restingSections = (items: readonly PaletteItem[], recent: readonly string[]): readonly Section[] => {
  const byId = new Map(items.map((item) => [item.id, item]));
  const lately = recent.flatMap((id) => {
    const item = byId.get(id);
    return item === undefined || item.blocked !== undefined ? [] : [{ ...item, group: 'recent' as const }];
  });
  const shown = new Set(lately.slice(0, RECENT_SHOWN).map(({ id }) => id));
  const others = items
    .filter(({ id, onlyFound }) => onlyFound !== true && !shown.has(id))
    .toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || urgency(b) - urgency(a));
  return grouped([...lately, ...others], (group) => AT_REST[group]);
};

/** What cannot be done now stands below what can. */
const urgency = ({ blocked, weight = 0 }: PaletteItem): number => weight - (blocked === undefined ? 0 : 1_000);

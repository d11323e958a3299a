import type { SettingsState } from '@sitrep/shared/settings/state';
import type { SectionName, Settings } from '@sitrep/shared/settings/values';

/** What somebody is changing, and what stood there when they began. */
export type Draft<S extends SectionName = SectionName> = {
  readonly value: Settings[S];
  readonly base: Settings[S];
  readonly revision: number;
};

export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export type Standing = Pick<SettingsState, 'values' | 'changes'>;

const revisionOf = (section: SectionName, { changes }: Standing): number => changes[section]?.revision ?? 0;

/** A change of the draft; one that leads back to what stood there is none. */
export const edited = <S extends SectionName>(
  section: S,
  draft: Draft<S> | undefined,
  value: Settings[S],
  standing: Standing,
): Draft<S> | undefined => {
  const { base, revision } = draft ?? { base: standing.values[section], revision: revisionOf(section, standing) };
  return sameValue(value, base) ? undefined : { value, base, revision };
};

/** Somebody else has saved since the draft was begun, and something else than what is in it. */
export const isOvertaken = <S extends SectionName>(
  section: S,
  draft: Draft<S> | undefined,
  standing: Standing,
): boolean =>
  draft !== undefined &&
  draft.revision !== revisionOf(section, standing) &&
  !sameValue(draft.value, standing.values[section]);

/** The draft stands over what the other one saved: it has been seen. */
export const basedAnew = <S extends SectionName>(section: S, draft: Draft<S>, standing: Standing): Draft<S> => ({
  ...draft,
  base: standing.values[section],
  revision: revisionOf(section, standing),
});

/** A draft that says what stands by now is none any more: it was saved, or somebody had the same idea. */
export const settled = <S extends SectionName>(section: S, draft: Draft<S> | undefined, standing: Standing) =>
  draft !== undefined && sameValue(draft.value, standing.values[section]) ? undefined : draft;

/** `Customer liaison` → `customer-liaison`, and a number where that is taken. */
export const slugOf = (name: string, taken: readonly string[], prefix = ''): string => {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 30);
  const slug = `${prefix}${plain === '' ? 'new' : plain}`;
  if (!taken.includes(slug)) return slug;
  const next = taken.map((_id, index) => `${slug}-${index + 2}`).find((one) => !taken.includes(one));
  return next ?? `${slug}-${taken.length + 2}`;
};

/** One place up or down; as it was where that is not possible. */
export const moved = <Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] => {
  const next = [...items];
  const [one, other] = [next[from], next[from + by]];
  if (one === undefined || other === undefined) return next;
  next[from + by] = one;
  next[from] = other;
  return next;
};

export const replacedAt = <Item>(items: readonly Item[], at: number, item: Item): Item[] =>
  items.map((old, index) => (index === at ? item : old));
export const withoutAt = <Item>(items: readonly Item[], at: number): Item[] =>
  items.filter((_item, index) => index !== at);

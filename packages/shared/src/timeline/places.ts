type Item = { readonly id: string };

/**
 * Where items are, by id. A list hands its places on to the list that grows out of it, so that a long timeline is not
 * searched with every command. A memory beside the state, and never part of it.
 */
const known = new WeakMap<readonly Item[], Map<string, number>>();

export const findById = <T extends Item>(items: readonly T[], id: string): T | undefined => {
  const place = (known.get(items) ?? learned(items)).get(id);
  if (place === undefined) return undefined;
  const item = items[place];
  // Lists that grew apart, as after an append that failed, share their places: then only looking helps.
  return item?.id === id ? item : items.findLast((candidate) => candidate.id === id);
};

/** `to`: the same list with items changed in their place, or with further ones at its end. */
export const handOnPlaces = <T extends Item>(from: readonly T[], to: readonly T[]): readonly T[] => {
  const places = known.get(from);
  if (places === undefined) return to;
  for (let place = from.length; place < to.length; place += 1) places.set(to[place]?.id ?? '', place);
  known.set(to, places);
  return to;
};

const learned = (items: readonly Item[]): Map<string, number> => {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  // All timelines grow out of the same empty list, and would share what they know.
  if (items.length > 0) known.set(items, places);
  return places;
};

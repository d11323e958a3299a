type Item = { readonly key: string | number | bigint };
type Items<I extends Item> = { readonly length: number; readonly [index: number]: I | undefined };

/**
 * The row that must not move when others come, go or change their height: the first entry in view that will still be
 * there, else the nearest above. A separator would do badly: with older entries of a day its place is elsewhere.
 */
export const readRow = <I extends Item>(
  items: Items<I>,
  first: number,
  stays: (key: string) => boolean,
): I | undefined => {
  const fits = (item: I | undefined): item is I => {
    const key = String(item?.key ?? '');
    return isEntryKey(key) && stays(key);
  };
  for (let index = first; index < items.length; index += 1) {
    const item = items[index];
    if (fits(item)) return item;
  }
  for (let index = Math.min(first, items.length) - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (fits(item)) return item;
  }
  return undefined;
};

/** Rows that are no entries are called by what they are and the entry that they stand at. */
const isEntryKey = (key: string): boolean => key !== '' && key !== 'since' && !key.includes(':');

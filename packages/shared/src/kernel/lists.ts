/** One exact copy: a spread grows its copy as it goes, which costs three times as much in a fold. */
export const appended = <T>(items: readonly T[], ...more: readonly T[]): readonly T[] =>
  items.toSpliced(items.length, 0, ...more);

export const withItem = <T>(items: readonly T[], item: T): readonly T[] =>
  items.includes(item) ? items : appended(items, item);

export const withoutItems = <T>(items: readonly T[], fewer: readonly T[]): readonly T[] => {
  const gone = new Set(fewer);
  return gone.size === 0 ? items : items.filter((item) => !gone.has(item));
};

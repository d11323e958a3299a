import type { TimelineEntry } from '@sitrep/shared/timeline/state';

/** Keeps one page from holding up all others: a few entries with many long texts make a page by themselves. */
export const PAGE_CHARACTERS = 1_500_000;

type Page = { readonly entries: readonly TimelineEntry[]; readonly limit: number; readonly position: number };

/** The newest of some entries as a `TimelinePage` in JSON, each made into text once. */
export const timelinePageJson = ({ entries, limit, position }: Page): string => {
  const items: string[] = [];
  let characters = 0;
  for (let index = entries.length - 1; index >= 0 && items.length < limit; index -= 1) {
    const json = JSON.stringify(entries[index]);
    characters += json.length;
    if (items.length > 0 && characters > PAGE_CHARACTERS) break;
    items.push(json);
  }
  const oldest = entries[entries.length - items.length];
  const next = items.length < entries.length && oldest !== undefined ? `,"next":"${oldest.version}"` : '';
  return `{"items":[${items.toReversed().join(',')}],"position":${position}${next}}`;
};

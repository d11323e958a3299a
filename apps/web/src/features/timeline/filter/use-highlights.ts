import { useEffect, type RefObject } from 'react';
import { folded } from './find.ts';

const NAME = 'timeline-match';
/** One letter may stand in the rows a hundred thousand times; nobody looks at each. */
const MOST_MARKED = 2_000;

/**
 * Marks what is searched for within the rows that are drawn, without touching them: whatever drew a text need not know.
 * Browsers that cannot do it still have the mark on the row.
 */
export const useHighlights = (list: RefObject<HTMLElement | null>, needle: string): void => {
  useEffect(() => {
    const root = list.current;
    if (needle === '' || root === null || typeof Highlight === 'undefined') return undefined;
    const mark = (): void => {
      CSS.highlights.set(NAME, new Highlight(...rangesIn(root, needle)));
    };
    mark();
    // Rows come and go, and Markdown takes the place of plain text.
    const observer = new MutationObserver(mark);
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      CSS.highlights.delete(NAME);
    };
  }, [list, needle]);
};

const rangesIn = (root: HTMLElement, needle: string): readonly Range[] => {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.nodeValue ?? '';
    for (const [from, to] of placesIn(text, needle)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
      if (ranges.length === MOST_MARKED) return ranges;
    }
  }
  return ranges;
};

/** Begin and end in the text as it stands, which may be longer than its folded form. */
export const placesIn = (text: string, needle: string): readonly (readonly [number, number])[] => {
  const plain = folded(text);
  if (needle === '' || !plain.includes(needle)) return [];
  const origin = plain.length === text.length ? undefined : originsOf(text);
  const places: [number, number][] = [];
  for (let at = plain.indexOf(needle); at !== -1; at = plain.indexOf(needle, at + needle.length)) {
    const end = at + needle.length;
    places.push(origin === undefined ? [at, end] : [origin[at] ?? 0, origin[end] ?? text.length]);
  }
  return places;
};

/** For each place in the folded text, where it came from. */
const originsOf = (text: string): readonly number[] => {
  const origins: number[] = [];
  let index = 0;
  for (const character of text) {
    for (let part = folded(character).length; part > 0; part -= 1) origins.push(index);
    index += character.length;
  }
  return origins;
};

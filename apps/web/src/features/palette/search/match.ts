import { wordsOf } from './fold.ts';

/** A text made ready to be searched, once for many queries. */
export type Haystack = { readonly text: string; readonly words: readonly string[] };

export const haystack = (folded: string): Haystack => ({ text: folded, words: wordsOf(folded) });

/** How good a match is; higher is better, 0 is none. Kinds of matches are never outweighed by anything finer. */
export const LEVELS = { exact: 6, prefix: 5, words: 4, keywords: 3, inside: 2, fuzzy: 1, none: 0 } as const;

const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** The 2 of `sev 2` is not in 2026, but it is the number of INC-2026-0002. */
const isKeyword = (part: string, { words }: Haystack): boolean =>
  words.some((word) => (isNumber(part) ? isNumber(word) && Number(word) === Number(part) : word.startsWith(part)));

/** Every word of the query begins a word of the text. */
const beginsWords = (query: readonly string[], words: readonly string[]): boolean =>
  query.every((part) => words.some((word) => word.startsWith(part)));

export const level = (query: Haystack, title: Haystack, keywords: Haystack): number => {
  if (title.text === query.text) return LEVELS.exact;
  if (title.text.startsWith(query.text)) return LEVELS.prefix;
  if (query.words.length === 0) return title.text.includes(query.text) ? LEVELS.inside : LEVELS.none;
  if (beginsWords(query.words, title.words)) return LEVELS.words;
  const somewhere = query.words.every(
    (part) => title.words.some((word) => word.startsWith(part)) || isKeyword(part, keywords),
  );
  if (somewhere) return LEVELS.keywords;
  return query.words.every(
    (part) => title.text.includes(part) || (isNumber(part) ? isKeyword(part, keywords) : keywords.text.includes(part)),
  )
    ? LEVELS.inside
    : LEVELS.none;
};

const TYPOS_FROM = 4;

/**
 * For when nothing better is found: letters from word to word (`chsev`), or one slip in a longer word. Titles share
 * most of their words: what is known of one word is remembered for the query.
 */
export const nearTo = (query: Haystack): ((title: Haystack) => boolean) => {
  const letters = query.words.join('');
  const parts = query.words.map((part) => {
    const known = new Map<string, boolean>();
    return (word: string): boolean => {
      const former = known.get(word);
      if (former !== undefined) return former;
      const near = word.startsWith(part) || (part.length >= TYPOS_FROM && oneSlip(part, word));
      known.set(word, near);
      return near;
    };
  });
  return ({ words }) => parts.length > 0 && (parts.every((isNear) => words.some(isNear)) || hops(letters, words));
};

/** Whether the letters are beginnings of words, in order; words may be left out. */
const hops = (letters: string, words: readonly string[]): boolean => {
  // How many letters can be done with by then: trying each way through the words would never end with `a a a a`.
  const done = [true];
  for (const word of words) {
    for (let from = letters.length - 1; from >= 0; from -= 1) {
      if (done[from] !== true) continue;
      for (let at = 0; at < word.length && letters[from + at] === word[at]; at += 1) done[from + at + 1] = true;
    }
  }
  return done[letters.length] === true;
};

/** Whether the beginning of the word is one letter more, less, other or swapped away from what was typed. */
const oneSlip = (typed: string, word: string): boolean => {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at += 1;
  const rest = typed.slice(at + 1);
  const swapped = typed[at] === word[at + 1] && typed[at + 1] === word[at];
  return (
    word.startsWith(rest, at + 1) ||
    word.startsWith(rest, at) ||
    word.startsWith(typed.slice(at), at + 1) ||
    (swapped && word.startsWith(typed.slice(at + 2), at + 2))
  );
};

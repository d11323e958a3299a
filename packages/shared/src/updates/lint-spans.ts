/** Where something stands in a text: `from` up to, and without, `to`. */
export type Span = { readonly from: number; readonly to: number };

export type Sentence = { readonly text: string; readonly from: number };

/** All matches of a pattern, which has the flag `g`. */
export const matchesOf = (text: string, pattern: RegExp, offset = 0): readonly Span[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: offset + index,
    to: offset + index + found.length,
  }));

/** A dot within a number, a time or a name ends no sentence. */
export const sentencesOf = (text: string): readonly Sentence[] =>
  [...text.matchAll(/[^\n]+?(?:[.!?]+(?=\s|$)|$)/gmu)].map(({ 0: found, index }) => ({ text: found, from: index }));

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** Of spans that share words the one that begins first, and the longer of two that begin together. */
export const withoutOverlaps = (spans: readonly Span[]): readonly Span[] => {
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last, span)) kept.push(span);
  }
  return kept;
};

export type ExcerptPart = { readonly text: string; readonly found: boolean };

/** Each line was something of its own. What the search puts between ⟦ and ⟧ is what matched. */
export const excerptParts = (excerpt: string): readonly ExcerptPart[] =>
  excerpt
    .trim()
    .replaceAll(/\s*\n\s*/gu, ' · ')
    .split(/(⟦[^⟧]*⟧)/u)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('⟦') ? { text: part.slice(1, -1), found: true } : { text: part, found: false }));

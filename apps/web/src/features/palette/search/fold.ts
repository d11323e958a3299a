/** As people type it: lower case, without accents. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');

/** `sev 2` is written with and without its space. */
export const foldQuery = (typed: string): string =>
  fold(typed)
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/\bsev[ -](?=\d\b)/gu, 'sev');

/** What stands between spaces and signs; a handle or a key stays findable by each of its parts. */
export const wordsOf = (folded: string): readonly string[] =>
  folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

const QUESTION = 63;

/** First letters of the first and the last word, at most two. */
export const initialsOf = (name: string): string => {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const picked = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return picked.map((word) => String.fromCodePoint(word?.codePointAt(0) ?? QUESTION).toUpperCase()).join('');
};

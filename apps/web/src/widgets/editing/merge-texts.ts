import { commonItems, tokensOf } from './common-words.ts';

/**
 * What two people made of the same text, together. Where both wrote something else in the same place both stand there,
 * theirs first: nobody's words are chosen away.
 */
export const mergeTexts = (base: string, mine: string, theirs: string): string => {
  const words = tokensOf(base);
  const [a, b] = [tokensOf(mine), tokensOf(theirs)];
  const inMine = new Map(commonItems(words, a));
  const inTheirs = new Map(commonItems(words, b));
  let merged = '';
  let [from, x, y] = [0, 0, 0];
  for (let at = 0; at <= words.length; at += 1) {
    const ended = at === words.length;
    const [nextX, nextY] = ended ? [a.length, b.length] : [inMine.get(at), inTheirs.get(at)];
    if (nextX === undefined || nextY === undefined) continue;
    const parts = { base: words.slice(from, at), mine: a.slice(x, nextX), theirs: b.slice(y, nextY) };
    merged += chosen(parts.base.join(''), parts.mine.join(''), parts.theirs.join(''));
    if (!ended) merged += words[at];
    [from, x, y] = [at + 1, nextX + 1, nextY + 1];
  }
  return merged;
};

const chosen = (base: string, mine: string, theirs: string): string => {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  if (theirs.includes(mine)) return theirs;
  if (mine.includes(theirs)) return mine;
  return /\s$/u.test(theirs) || /^\s/u.test(mine) ? theirs + mine : `${theirs} ${mine}`;
};

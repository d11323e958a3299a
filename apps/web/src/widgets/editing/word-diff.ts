import { commonItems, tokensOf, type Match } from './common-words.ts';

export type DiffPiece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** How `to` came out of `from`, in words. */
export const wordDiff = (from: string, to: string): readonly DiffPiece[] => {
  const [a, b] = [tokensOf(from), tokensOf(to)];
  const pieces: DiffPiece[] = [];
  let [gone, added, x, y] = ['', '', 0, 0];
  const endChange = (): void => {
    if (gone !== '') pieces.push({ kind: 'gone', text: gone });
    if (added !== '') pieces.push({ kind: 'new', text: added });
    [gone, added] = ['', ''];
  };
  const matches = commonItems(a, b);
  for (const [index, [inA, inB]] of matches.entries()) {
    gone += a.slice(x, inA).join('');
    added += b.slice(y, inB).join('');
    const word = a[inA] ?? '';
    // The space between two words that were both replaced is no common ground.
    if (gone + added !== '' && word === ' ' && !isNext(matches, index)) {
      gone += word;
      added += word;
    } else {
      endChange();
      const last = pieces.at(-1);
      if (last?.kind === 'same') pieces[pieces.length - 1] = { kind: 'same', text: last.text + word };
      else pieces.push({ kind: 'same', text: word });
    }
    [x, y] = [inA + 1, inB + 1];
  }
  gone += a.slice(x).join('');
  added += b.slice(y).join('');
  endChange();
  return pieces;
};

/** Whether what follows a match is a match as well. */
const isNext = (matches: readonly Match[], index: number): boolean => {
  const [[a, b] = [0, 0], next] = [matches[index], matches[index + 1]];
  return next?.[0] === a + 1 && next[1] === b + 1;
};

import { commonItems, tokensOf } from './common-words.ts';

export type DiffPiece = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** How `to` came out of `from`, in words. */
export const wordDiff = (from: string, to: string): readonly DiffPiece[] => {
  const [a, b] = [tokensOf(from), tokensOf(to)];
  const pieces: DiffPiece[] = [];
  const put = (kind: DiffPiece['kind'], words: readonly string[]): void => {
    if (words.length === 0) return;
    const last = pieces.at(-1);
    const text = words.join('');
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  let [x, y] = [0, 0];
  for (const [inA, inB] of [...commonItems(a, b), [a.length, b.length] as const]) {
    put('gone', a.slice(x, inA));
    put('new', b.slice(y, inB));
    put('same', a.slice(inA, inA + 1));
    [x, y] = [inA + 1, inB + 1];
  }
  return pieces;
};

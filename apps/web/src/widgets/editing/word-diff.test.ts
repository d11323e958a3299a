import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { mergeTexts } from './merge-texts.ts';
import { wordDiff } from './word-diff.ts';

// Hundreds of random texts take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const shown = (from: string, to: string) =>
  wordDiff(from, to)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind])
    .join('');

describe('[WRITE-21] differences in words', () => {
  it.each([
    ['', '', ''],
    ['a', 'a', 'a'],
    ['', 'a b', '{+a b+}'],
    ['Cause unknown', 'Cause: a full disk', 'Cause[- unknown-]{+: a full disk+}'],
    ['look at the disk', 'fail over to db2', '[-look at the disk-]{+fail over to db2+}'],
    ['pool of 50', 'pool of 200', 'pool of [-50-]{+200+}'],
    ['one\ntwo', 'one\nthree\ntwo', 'one\n{+three\n+}two'],
  ])('%j to %j', (from, to, expected) => {
    expect(shown(from, to)).toBe(expected);
  });

  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', '.', 'é', '😀'), { maxLength: 40 })
    .map((t) => t.join(''));

  it('hold both texts whole', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const pieces = wordDiff(from, to);
        const of = (...kinds: string[]) =>
          pieces
            .filter(({ kind }) => kinds.includes(kind))
            .map((piece) => piece.text)
            .join('');
        expect([of('same', 'gone'), of('same', 'new')]).toEqual([from, to]);
      }),
      { numRuns: 500 },
    );
  });

  it('of texts with nothing in common are the texts', () => {
    const [from, to] = [
      Array.from({ length: 3_000 }, (_, n) => `a${n}`),
      Array.from({ length: 3_000 }, (_, n) => `b${n}`),
    ];
    const pieces = wordDiff(from.join('+'), to.join('-'));
    expect(pieces.map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });

  it('[WRITE-22] both changes of a text together', () => {
    expect(
      mergeTexts('Cause unknown. Next: look.', 'Cause: a disk. Next: look.', 'Cause unknown. Next: fail over.'),
    ).toBe('Cause: a disk. Next: fail over.');
    expect(mergeTexts('Cause unknown', 'Cause: a full disk', 'Cause: deployment 78')).toMatch(
      /deployment 78.*a full disk/,
    );
  });

  it('[WRITE-22] what only one changed is theirs alone; what both made alike is there once', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeTexts(base, other, base)).toBe(other);
        expect(mergeTexts(base, base, other)).toBe(other);
        expect(mergeTexts(base, other, other)).toBe(other);
      }),
      { numRuns: 500 },
    );
  });

  it('[WRITE-22] no word that either added is lost', () => {
    const words = fc.array(fc.constantFrom('w1', 'w2', 'w3', 'w4'), { maxLength: 8 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(words, words, words, (base, mine, theirs) => {
        const merged = mergeTexts(base, `mine ${mine}`, `${theirs} theirs`);
        expect(merged).toContain('mine');
        expect(merged).toContain('theirs');
      }),
    );
  });
});

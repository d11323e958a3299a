import { describe, expect, it } from 'vitest';
import { readRow } from './read-row.ts';

const items = ['head:1', 'day:a', 'a', 'gap:b', 'b', 'since', 'c'].map((key) => ({ key }));
const readAt = (first: number, gone: readonly string[] = []) =>
  readRow(items, first, (key) => !gone.includes(key))?.key;

describe('[VIEW-11] the row that stays where it is', () => {
  it('is the first entry in view, and no separator', () => {
    expect(readAt(0)).toBe('a');
    expect(readAt(3)).toBe('b');
    expect(readAt(5)).toBe('c');
  });

  it('is one that will still be there', () => {
    expect(readAt(0, ['a'])).toBe('b');
    expect(readAt(6, ['c'])).toBe('b');
    expect(readAt(0, ['a', 'b', 'c'])).toBeUndefined();
  });

  it('is nothing in an empty list', () => {
    expect(readRow([], 0, () => true)).toBeUndefined();
  });
});

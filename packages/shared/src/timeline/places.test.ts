import { describe, expect, it } from 'vitest';
import { findById, handOnPlaces } from './places.ts';

const item = (id: string, text = '') => ({ id, text });

describe('places of entries', () => {
  it('finds what is there and nothing else', () => {
    const list = [item('a'), item('b')];
    expect(findById(list, 'b')).toBe(list[1]);
    expect(findById(list, 'c')).toBeUndefined();
  });

  it('finds what came later and what was changed in its place', () => {
    const list = [item('a'), item('b')];
    findById(list, 'a');
    const grown = handOnPlaces(list, [...list, item('c')]);
    const changed = handOnPlaces(grown, grown.with(1, item('b', 'edited')));
    expect(findById(changed, 'c')).toBe(changed[2]);
    expect(findById(changed, 'b')).toEqual(item('b', 'edited'));
    expect(findById(list, 'c')).toBeUndefined();
  });

  it('tells lists apart that grew out of the same one in different ways', () => {
    const list = [item('a')];
    findById(list, 'a');
    const one = handOnPlaces(list, [...list, item('b'), item('c')]);
    const other = handOnPlaces(list, [...list, item('c')]);
    expect(findById(one, 'b')).toBe(one[1]);
    expect(findById(one, 'c')).toBe(one[2]);
    expect(findById(other, 'b')).toBeUndefined();
    expect(findById(other, 'c')).toBe(other[1]);
  });
});

import type { RoomEntry } from '../../../live/live-client.ts';
import { describe, expect, it } from 'vitest';
import { firstArrivals, oneStepOn, withArrivals, withSeen } from './arrivals.ts';

const ME = 'user/me';
const entry = (id: string, version: number, more: object = {}) =>
  ({
    origin: 'written',
    id,
    version,
    by: 'user/ben',
    text: id,
    revision: 1,
    happenedAt: version,
    recordedAt: version,
    ...more,
  }) as unknown as RoomEntry;
const two = [entry('a', 1), entry('b', 2)];
const start = firstArrivals(two, ME);
const after = (entries: readonly RoomEntry[], from = start) => withArrivals(from, entries, ME);

describe('what comes while somebody reads', () => {
  it('[VIEW-20] is fresh and unseen when others wrote it', () => {
    const { fresh, unseen } = after([...two, entry('c', 3), entry('d', 4)]);
    expect([...fresh.keys()]).toEqual(['c', 'd']);
    expect([...unseen]).toEqual(['c', 'd']);
  });

  it('[VIEW-20] own ones are neither, but known as own', () => {
    const { fresh, unseen, own } = after([...two, entry('c', 3, { by: ME, delivery: 'pending' })]);
    expect([fresh.size, unseen.size, [...own]]).toEqual([0, 0, ['c']]);
  });

  it('[VIEW-12] what I did elsewhere is counted, but not tinted', () => {
    const { fresh, unseen } = after([...two, entry('c', 3, { by: ME })]);
    expect([fresh.size, [...unseen]]).toEqual([0, ['c']]);
  });

  it('finds what others wrote behind what is on its way', () => {
    const waiting = entry('mine', 3, { by: ME, delivery: 'pending' });
    const before = after([...two, waiting]);
    const { unseen } = after([...two, entry('c', 3), { ...waiting, version: 4 }], before);
    expect([...unseen]).toEqual(['c']);
  });

  it('older pages are no arrivals', () => {
    const { fresh, unseen } = after([entry('z', 0), ...two]);
    expect([fresh.size, unseen.size]).toEqual([0, 0]);
  });

  it('[VIEW-21] what others edit or retract is fresh, what I edit is not', () => {
    const edited = (editedBy: string) => after([entry('a', 1, { revision: 2, editedBy }), entry('b', 2)]).fresh;
    expect([...edited('user/ben').keys()]).toEqual(['a']);
    expect(edited(ME).size).toBe(0);
    const retracted = after([entry('a', 1), entry('b', 2, { retracted: { at: 3, by: 'user/ben' } })]);
    expect([...retracted.fresh.keys()]).toEqual(['b']);
    expect(retracted.unseen.size).toBe(0);
  });

  it('[VIEW-22] the dot goes once seen, the tint after its time', () => {
    const both = after([...two, entry('c', 3), entry('d', 4)]);
    expect([...withSeen(both, ['c', 'a']).unseen]).toEqual(['d']);
    expect(withSeen(both, ['a'])).toBe(both);
    const later = [1, 2, 3, 4].reduce(oneStepOn, both);
    expect(later.fresh.size).toBe(2);
    expect(oneStepOn(later).fresh.size).toBe(0);
  });

  it('nothing new is the same object', () => {
    expect(after(two)).toBe(start);
  });
});

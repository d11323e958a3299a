import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Doing, PresentPerson } from '@sitrep/shared/protocol/presence';
import { describe, expect, it } from 'vitest';
import { inOrder, typists } from './who.ts';

const ME = 'me' as UserId;
const person = (id: string, doing: Doing, since: number): PresentPerson => ({ id: id as UserId, doing, since });

describe('who is here', () => {
  it('[RV-20] stands as they came, the idle after the others, oneself last', () => {
    const people = [
      person('me', 'viewing', 1),
      person('idle', 'idle', 2),
      person('late', 'typing', 4),
      person('early', 'viewing', 3),
    ];
    expect(inOrder(people, ME).map(({ id }) => id)).toEqual(['early', 'late', 'idle', 'me']);
  });

  it('[RV-21] names who types, but not oneself, nor who edits an entry', () => {
    const people = [person('me', 'typing', 1), person('ana', 'typing', 2), person('bo', 'editing', 3)];
    expect(typists(people, ME)).toEqual(['ana']);
  });
});

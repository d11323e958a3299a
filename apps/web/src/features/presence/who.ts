import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Doing, PresentPerson } from '@sitrep/shared/protocol/presence';

const BUSY: Readonly<Record<Doing, number>> = { editing: 0, typing: 0, viewing: 0, idle: 1 };

/** Who is awake before who is idle, else as they came: nobody changes places by typing. Oneself comes last. */
export const inOrder = (people: readonly PresentPerson[], me: UserId): readonly PresentPerson[] =>
  people.toSorted(
    (a, b) => Number(a.id === me) - Number(b.id === me) || BUSY[a.doing] - BUSY[b.doing] || a.since - b.since,
  );

export const typists = (people: readonly PresentPerson[], me: UserId): readonly UserId[] =>
  people.filter(({ id, doing }) => doing === 'typing' && id !== me).map(({ id }) => id);

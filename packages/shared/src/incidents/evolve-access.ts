import type { Recorded } from '../kernel/event.ts';
import type { UserId } from '../kernel/ids.ts';
import { withItem, withoutItems } from '../kernel/lists.ts';
import type { IncidentEvent } from './events.ts';
import type { Incident } from './state.ts';

type RoleChanged = Recorded<Extract<IncidentEvent, { type: 'incident.role-changed' }>>;

export const withAccess = <S extends Incident>(state: S, userId: UserId): S => ({
  ...state,
  members: withItem(state.members, userId),
  inByRole: withoutPerson(state.inByRole, userId),
});

export const withoutAccess = <S extends Incident>(state: S, userId: UserId): S => ({
  ...state,
  members: withoutItems(state.members, [userId]),
  inByRole: withoutPerson(state.inByRole, userId),
});

/** Whoever is given a role of a private incident is let in. Taking that back lets out who is in for nothing else. */
export const withRoleAccess = <S extends Incident>(state: S, event: RoleChanged): S => {
  if (!state.private) return state;
  const { from, to, undoOf } = event.data;
  const left = undoOf === undefined || from === undefined ? state : withoutGiven(state, from, undoOf);
  return to === undefined ? left : withGiven(left, to, standsOn(state, event));
};

/** Given back by taking back, a role stands on the change that gave it first. */
const standsOn = (state: Incident, { data, commandId }: RoleChanged): string =>
  state.lastChanges[`role/${data.role}`]?.back.at(-1)?.commandId ?? commandId;

// Of what was given so often, nothing before the newest few can be taken back.
const MOST_GIVEN = 100;

const withGiven = <S extends Incident>(state: S, userId: UserId, by: string): S => {
  const isIn = state.members.includes(userId);
  const given = Object.hasOwn(state.inByRole, userId) ? state.inByRole[userId] : undefined;
  if (isIn && given === undefined) return state;
  const all = withItem(given ?? [], by);
  if (all.length > MOST_GIVEN) return withAccess(state, userId);
  return { ...state, members: withItem(state.members, userId), inByRole: { ...state.inByRole, [userId]: all } };
};

const withoutGiven = <S extends Incident>(state: S, userId: UserId, by: string): S => {
  const given = Object.hasOwn(state.inByRole, userId) ? (state.inByRole[userId] ?? []) : [];
  if (!given.includes(by)) return state;
  const others = withoutItems(given, [by]);
  if (others.length > 0) return { ...state, inByRole: { ...state.inByRole, [userId]: others } };
  // Whoever holds a role sees what they hold it in.
  return Object.values(state.roles).includes(userId) ? withAccess(state, userId) : withoutAccess(state, userId);
};

const withoutPerson = (inByRole: Incident['inByRole'], userId: UserId): Incident['inByRole'] => {
  const { [userId]: _person, ...others } = inByRole;
  return others;
};

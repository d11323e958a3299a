import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { PersonRow } from '@sitrep/shared/people/person-row';
import type { Roster } from '@sitrep/shared/roster/state';

export type Successor = { readonly person: PersonRow; readonly is: 'deputy' | 'in-it' | 'outside' };

type Seen = {
  readonly incident: Pick<Incident, 'roles'>;
  readonly roster: Pick<Roster, 'responders'>;
  /** Those who may hold a role, by name. */
  readonly people: readonly PersonRow[];
  readonly me: UserId;
};

/** Who could command next: the deputy, then who knows what happens, then everybody else. */
export const successors = ({ incident: { roles }, roster, people, me }: Seen): readonly Successor[] => {
  const inIt = new Set([...Object.values(roles), ...roster.responders.map(({ userId }) => userId)]);
  const isOf = ({ id }: PersonRow): Successor['is'] =>
    id === roles.deputy ? 'deputy' : inIt.has(id) ? 'in-it' : 'outside';
  const order = ['deputy', 'in-it', 'outside'];
  return people
    .filter(({ id }) => id !== me && id !== roles.commander)
    .map((person): Successor => ({ person, is: isOf(person) }))
    .toSorted((a, b) => order.indexOf(a.is) - order.indexOf(b.is));
};

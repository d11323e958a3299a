import { userActor } from './actor.ts';
import type { Facts, PersonFact } from './decider.ts';
import type { UserId } from './ids.ts';
import { can, visibleTo, type Visibility } from './permissions.ts';
import { invalid } from './refusals.ts';

type People = Pick<Facts, 'person'>;

/** As people call them. */
export const handleOf = ({ person }: People, id: UserId): string => {
  const found = person(id);
  return found === undefined ? 'Somebody' : `@${found.handle}`;
};

/**
 * Somebody who is here and may respond; `path` is the field that names them.
 * @throws Refusal `invalid`
 */
export const mustBeResponder = (path: string, id: UserId, { person }: People): PersonFact => {
  const found = person(id);
  if (found === undefined || !found.active) throw invalid(path, 'There is no such person.');
  const verdict = can(userActor(found.id, found.role), 'incident.respond');
  if (!verdict.allowed) throw invalid(path, `@${found.handle} is a ${found.role}; this is for ${verdict.who}.`);
  return found;
};

/**
 * A responder who was let into the incident.
 * @throws Refusal `invalid`
 */
export const mustRespondIn = (incident: Visibility, path: string, id: UserId, people: People): void => {
  const { role, handle } = mustBeResponder(path, id, people);
  if (visibleTo(userActor(id, role), incident)) return;
  throw invalid(path, `@${handle} cannot see this incident. Let them in first.`);
};

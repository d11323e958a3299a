import type { DecisionContext, PersonFact } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { UserId } from '../kernel/ids.ts';
import { can } from '../kernel/permissions.ts';
import { invalid } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import { NOTHING, open, takenBack, type Deciding } from './deciding.ts';
import { activeHolder } from './holders.ts';
import type { Incident } from './state.ts';
import type { IncidentRole } from './values.ts';

export const takeRole: Deciding<{ role: IncidentRole }> = ({ role }, state, { actor, facts }) => {
  const incident = open(state);
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'Only a person can hold a role.');
  const holder = incident.roles[role];
  if (holder === actor.userId) return NOTHING;
  const held = activeHolder(incident.roles, role, stillHere(facts));
  if (held !== undefined) {
    throw new Refusal(
      'conflict',
      `${nameOf(facts.person(held))} holds this role. It can be handed over to you, or released.`,
      { current: { holder } },
    );
  }
  return [
    {
      type: 'incident.role-changed',
      data: { role, ...(holder === undefined ? {} : { from: holder }), to: actor.userId, move: 'taken' },
    },
  ];
};

export const assignRole: Deciding<{ role: IncidentRole; userId: UserId } & Undoing> = (
  { role, userId, undoOf },
  state,
  context,
) => {
  const incident = open(state);
  const change = takenBack(incident, `role/${role}`, { undoOf, actor: context.actor, to: userId });
  const holder = incident.roles[role];
  if (holder === userId) return NOTHING;
  // Who was allowed to take it from somebody may give it back to them.
  if (change === undefined) mayCommandRoles(context, incident, role);
  mustBeAssignable(context, incident, userId);
  return [
    {
      type: 'incident.role-changed',
      data: {
        role,
        ...(holder === undefined ? {} : { from: holder }),
        to: userId,
        move: 'assigned',
        ...takingBack(undoOf),
      },
    },
  ];
};

export const handOverRole: Deciding<{ role: IncidentRole; userId: UserId }> = ({ role, userId }, state, context) => {
  const incident = open(state);
  const holder = incident.roles[role];
  if (holder === userId) return NOTHING;
  if (holder === undefined || context.actor.kind !== 'user' || holder !== context.actor.userId) {
    throw new Refusal('conflict', 'Only who holds a role can hand it over; others can take or assign it.', {
      current: { holder },
    });
  }
  mustBeAssignable(context, incident, userId);
  return [{ type: 'incident.role-changed', data: { role, from: holder, to: userId, move: 'handed-over' } }];
};

export const releaseRole: Deciding<{ role: IncidentRole } & Undoing> = ({ role, undoOf }, state, context) => {
  const incident = open(state);
  const change = takenBack(incident, `role/${role}`, { undoOf, actor: context.actor, to: undefined });
  const holder = incident.roles[role];
  if (holder === undefined) return NOTHING;
  const own = context.actor.kind === 'user' && context.actor.userId === holder;
  if (!own && change === undefined) mayCommandRoles(context, incident, role);
  return [{ type: 'incident.role-changed', data: { role, from: holder, move: 'released', ...takingBack(undoOf) } }];
};

/** While somebody commands, roles are theirs to give; before that any responder may fill an empty one. */
const mayCommandRoles = ({ actor, facts }: DecisionContext, incident: Incident, role: IncidentRole): void => {
  if (actor.kind !== 'user' || actor.role === 'administrator' || actor.role === 'commander') return;
  const { commander: named, deputy } = incident.roles;
  if (named === actor.userId || deputy === actor.userId) return;
  const here = stillHere(facts);
  const commander = activeHolder(incident.roles, 'commander', here);
  if (commander === undefined && activeHolder(incident.roles, role, here) === undefined) return;
  const who =
    commander !== undefined ? `${nameOf(facts.person(commander))} or a deputy` : 'commanders and administrators';
  throw new Refusal('forbidden', `While the role is held or somebody commands, this is for ${who}.`);
};

const mustBeAssignable = ({ facts, actor }: DecisionContext, incident: Incident, userId: UserId): void => {
  const person = facts.person(userId);
  if (person === undefined || !person.active) throw invalid('userId', 'There is no such person.');
  if (person.role === 'viewer' || person.role === 'manager') {
    throw invalid('userId', `${nameOf(person)} is a ${person.role}; roles go to responders and up.`);
  }
  if (incident.private && !incident.members.includes(userId)) mustManageAccess(actor, incident);
};

const mustManageAccess = (actor: DecisionContext['actor'], incident: Incident): void => {
  const verdict = can(actor, 'incident.manage-access', { holders: incident.roles });
  if (!verdict.allowed) {
    throw new Refusal('forbidden', `This incident is private; letting people in is for ${verdict.who}.`);
  }
};

/** Only who is known to have left has left. */
const stillHere =
  (facts: DecisionContext['facts']) =>
  (id: UserId): boolean =>
    facts.person(id)?.active !== false;

const nameOf = (person: PersonFact | undefined): string => (person === undefined ? 'Somebody' : `@${person.handle}`);

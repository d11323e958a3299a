import { isSitrep } from '../kernel/actor.ts';
import type { Decide, DecisionContext } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { UserId } from '../kernel/ids.ts';
import { handleOf, mustBeResponder } from '../kernel/people-facts.ts';
import { can } from '../kernel/permissions.ts';
import { invalid } from '../kernel/refusals.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import type { SettingsFacts } from '../settings/values.ts';
import { NOTHING, open, takenBack, type Deciding } from './deciding.ts';
import type { IncidentEvent } from './events.ts';
import { activeHolder, givesRole } from './holders.ts';
import type { Incident, IncidentState } from './state.ts';
import { isCustomRole, type IncidentRole } from './values.ts';

export const assignRole: Decide<
  { role: IncidentRole; userId: UserId } & Undoing,
  IncidentState,
  IncidentEvent,
  SettingsFacts
> = ({ role, userId, undoOf }, state, context) => {
  const incident = open(state);
  mustBeKnown(role, context.facts);
  const change = takenBack(incident, `role/${role}`, { undoOf, actor: context.actor, to: userId });
  const holder = incident.roles[role];
  if (holder === userId) return NOTHING;
  if (role === 'commander' && change === undefined && !isSitrep(context.actor)) {
    throw new Refusal('conflict', 'Command is offered, not given: it moves once it is accepted.', {
      current: { holder },
    });
  }
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

export const releaseRole: Deciding<{ role: IncidentRole } & Undoing> = ({ role, undoOf }, state, context) => {
  const incident = open(state);
  const change = takenBack(incident, `role/${role}`, { undoOf, actor: context.actor, to: undefined });
  const holder = incident.roles[role];
  if (holder === undefined) return NOTHING;
  const own = context.actor.kind === 'user' && context.actor.userId === holder;
  if (!own && change === undefined) mayCommandRoles(context, incident, role);
  return [{ type: 'incident.role-changed', data: { role, from: holder, move: 'released', ...takingBack(undoOf) } }];
};

/** @throws Refusal `forbidden` with whose it is to give the role */
export const mayCommandRoles = ({ actor, facts }: DecisionContext, incident: Incident, role: IncidentRole): void => {
  const here = stillHere(facts);
  if (givesRole(actor, incident.roles, role, here)) return;
  const commander = activeHolder(incident.roles, 'commander', here);
  const who = commander !== undefined ? `${handleOf(facts, commander)} or a deputy` : 'commanders and administrators';
  throw new Refusal('forbidden', `While the role is held or somebody commands, this is for ${who}.`);
};

export const mustBeAssignable = ({ facts, actor }: DecisionContext, incident: Incident, userId: UserId): void => {
  mustBeResponder('userId', userId, facts);
  if (incident.private && !incident.members.includes(userId)) mustManageAccess(actor, incident);
};

/** @throws Refusal `invalid` for a role of the settings that they have not, with those they have. */
export const mustBeKnown = (role: IncidentRole, { settings }: SettingsFacts): void => {
  if (!isCustomRole(role) || settings.roles.some(({ id }) => id === role)) return;
  const names = settings.roles.map(({ id }) => id).join(', ');
  throw invalid(
    'role',
    `There is no role ${role}. ${names === '' ? 'The settings have none.' : `There is: ${names}.`}`,
  );
};

const mustManageAccess = (actor: DecisionContext['actor'], incident: Incident): void => {
  const verdict = can(actor, 'incident.manage-access', { holders: incident.roles });
  if (!verdict.allowed) {
    throw new Refusal('forbidden', `This incident is private; letting people in is for ${verdict.who}.`);
  }
};

/** Only who is known to have left has left. */
export const stillHere =
  (facts: DecisionContext['facts']) =>
  (id: UserId): boolean =>
    facts.person(id)?.active !== false;

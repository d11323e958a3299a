import { mustBeKnown, stillHere } from '../../incidents/decide-roles.ts';
import { open } from '../../incidents/deciding.ts';
import { activeHolder } from '../../incidents/holders.ts';
import type { IncidentRole } from '../../incidents/values.ts';
import { Refusal } from '../../kernel/errors.ts';
import { handleOf } from '../../kernel/people-facts.ts';
import { NOTHING, type Deciding } from './deciding.ts';

export const takeRole: Deciding<{ role: IncidentRole }> = ({ role }, { incident: state, roster }, { actor, facts }) => {
  const incident = open(state);
  mustBeKnown(role, facts);
  if (actor.kind !== 'user') throw new Refusal('forbidden', 'Only a person can hold a role.');
  const holder = incident.roles[role];
  if (holder === actor.userId) return NOTHING;
  const held = activeHolder(incident.roles, role, stillHere(facts));
  const isAway = role === 'commander' && roster.commanderAway?.userId === held;
  if (held !== undefined && !isAway) {
    throw new Refusal(
      'conflict',
      `${handleOf(facts, held)} holds this role. It can be handed over to you, or released.`,
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

import { Refusal } from '../kernel/errors.ts';
import type { UserId } from '../kernel/ids.ts';
import { invalid } from '../kernel/refusals.ts';
import { declared, NOTHING, type Deciding } from './deciding.ts';
import type { Incident, IncidentState } from './state.ts';

export const grantAccess: Deciding<{ userId: UserId }> = ({ userId }, state, context) => {
  const incident = privateIncident(state);
  // Who is in for a role alone stays in without it from here on.
  if (incident.members.includes(userId) && !Object.hasOwn(incident.inByRole, userId)) return NOTHING;
  if (context.facts.person(userId)?.active !== true) throw invalid('userId', 'There is no such person.');
  return [{ type: 'incident.access-granted', data: { userId } }];
};

export const revokeAccess: Deciding<{ userId: UserId }> = ({ userId }, state) => {
  const incident = privateIncident(state);
  if (!incident.members.includes(userId)) return NOTHING;
  if (Object.values(incident.roles).includes(userId)) {
    throw new Refusal('conflict', 'This person holds a role here. Release it first.');
  }
  return [{ type: 'incident.access-revoked', data: { userId } }];
};

const privateIncident = (state: IncidentState): Incident => {
  const incident = declared(state);
  if (!incident.private) throw new Refusal('conflict', 'Everybody can see this incident.');
  return incident;
};

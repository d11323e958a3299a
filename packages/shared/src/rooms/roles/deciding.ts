import type { Decide, DecisionContext } from '../../kernel/decider.ts';
import type { IncidentId, UserId } from '../../kernel/ids.ts';
import { mustBeAssignable } from '../../incidents/decide-roles.ts';
import type { Incident } from '../../incidents/state.ts';
import type { SettingsFacts } from '../../settings/values.ts';
import type { Room, RoomEvent } from '../room.ts';

export type Deciding<Command> = Decide<Command & { incidentId: IncidentId }, Room, RoomEvent, SettingsFacts>;

/** Already so. */
export const NOTHING: readonly RoomEvent[] = [];

/**
 * What lets somebody into a private incident before they are asked for something in it: nobody answers what they cannot see.
 * @throws Refusal `invalid` | `forbidden` for whom a role cannot go to
 */
export const letIn = (context: DecisionContext, incident: Incident, userId: UserId): readonly RoomEvent[] => {
  mustBeAssignable(context, incident, userId);
  if (!incident.private || incident.members.includes(userId)) return NOTHING;
  return [{ type: 'incident.access-granted', data: { userId } }];
};

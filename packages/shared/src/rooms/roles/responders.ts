import { open } from '../../incidents/deciding.ts';
import type { Holders } from '../../incidents/holders.ts';
import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/ids.ts';
import { can } from '../../kernel/permissions.ts';
import { takingBack, type Undoing } from '../../kernel/undo.ts';
import type { Roster } from '../../roster/state.ts';
import { letIn, NOTHING, type Deciding } from './deciding.ts';

/** The whole list is sent with each snapshot. */
export const MOST_RESPONDERS = 200;
/** More than these report to nobody well: split them into teams. */
export const SPAN_OF_CONTROL = 7;

export const joinIncident: Deciding<{ userId?: UserId | undefined } & Undoing> = (
  { userId, undoOf },
  { incident: state, roster },
  context,
) => {
  const incident = open(state);
  const who = userId ?? (context.actor.kind === 'user' ? context.actor.userId : undefined);
  if (who === undefined) throw new Refusal('forbidden', 'Only a person can join. Name one.');
  if (roster.responders.some((responder) => responder.userId === who)) return NOTHING;
  if (roster.responders.length >= MOST_RESPONDERS) {
    throw new Refusal('conflict', `${MOST_RESPONDERS} people are in it already. Release somebody first.`);
  }
  const entry = letIn(context, incident, who);
  return [...entry, { type: 'responder.joined', data: { userId: who, ...takingBack(undoOf) } }];
};

export const leaveIncident: Deciding<{ userId?: UserId | undefined } & Undoing> = (
  { userId, undoOf },
  { incident: state, roster },
  { actor },
) => {
  const incident = open(state);
  const self = actor.kind === 'user' ? actor.userId : undefined;
  const who = userId ?? self;
  const responder = roster.responders.find((other) => other.userId === who);
  if (undoOf !== undefined && (responder?.commandId !== undoOf || responder.by !== actor.ref)) {
    throw new Refusal('conflict', 'They left since; nothing was taken back.');
  }
  if (who === undefined || responder === undefined) return NOTHING;
  if (who !== self && undoOf === undefined) mayRelease(actor, incident.roles);
  return [{ type: 'responder.left', data: { userId: who, ...takingBack(undoOf) } }];
};

/** Those who may end the incident may end somebody's part in it. */
const mayRelease = (actor: Actor, holders: Holders): void => {
  const verdict = can(actor, 'incident.close', { holders });
  if (!verdict.allowed) throw new Refusal('forbidden', `Releasing others is for ${verdict.who}.`);
};

/** Who reports to the commander: who joined, and who holds a role; each of them once. */
export const directReports = (
  roles: Holders,
  { responders }: Pick<Roster, 'responders'>,
  isActive: (id: UserId) => boolean,
): readonly UserId[] => {
  const holders = Object.values(roles).filter((id) => id !== undefined);
  const everybody = new Set([...holders, ...responders.map(({ userId }) => userId)]);
  return [...everybody].filter((id) => id !== roles.commander && isActive(id));
};

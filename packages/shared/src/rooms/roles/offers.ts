import { mayCommandRoles, mustBeKnown, stillHere } from '../../incidents/decide-roles.ts';
import { open } from '../../incidents/deciding.ts';
import { activeHolder } from '../../incidents/holders.ts';
import type { IncidentRole } from '../../incidents/values.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { DecisionContext } from '../../kernel/decider.ts';
import { Refusal } from '../../kernel/errors.ts';
import { handleOf } from '../../kernel/people-facts.ts';
import type { UserId } from '../../kernel/ids.ts';
import { invalid } from '../../kernel/refusals.ts';
import { takingBack, type Undoing } from '../../kernel/undo.ts';
import { openOffer, type RoleOffer } from '../../roster/state.ts';
import { handoverEvents } from '../handover/commands.ts';
import type { Room } from '../room.ts';
import { letIn, NOTHING, type Deciding } from './deciding.ts';

type AboutRole = { role: IncidentRole };

export const offerRole: Deciding<AboutRole & { userId: UserId }> = ({ role, userId }, room, context) => {
  const incident = open(room.incident);
  const { actor, facts } = context;
  mustBeKnown(role, facts);
  if (incident.roles[role] === userId) return NOTHING;
  const holder = activeHolder(incident.roles, role, stillHere(facts));
  const own = isBy(actor, holder);
  if (!own) mayCommandRoles(context, incident, role);
  if (isBy(actor, userId)) {
    throw invalid('userId', 'Nobody offers a role to themselves: a free one is taken, a held one is released first.');
  }
  const entry = letIn(context, incident, userId);
  const kind = own ? 'handover' : 'offer';
  const standing = room.roster.offers[role];
  if (standing?.to === userId && standing.by === actor.ref && standing.kind === kind) return NOTHING;
  const from = holder === undefined ? {} : { from: holder };
  // The successor reads what they are about to take over, as it is when they are asked.
  const card = role === 'commander' && kind === 'handover' ? handoverEvents(room, facts.settings) : [];
  return [...entry, { type: 'role.offered', data: { role, ...from, to: userId, kind } }, ...card];
};

export const acceptRole: Deciding<AboutRole> = ({ role }, room, context) => {
  const incident = open(room.incident);
  const { actor, facts } = context;
  const holder = incident.roles[role];
  if (isBy(actor, holder)) return NOTHING;
  const offer = offerFor(room, role, context);
  const from = holder === undefined ? {} : { from: holder };
  mustBeKnown(role, facts);
  return [{ type: 'incident.role-changed', data: { role, ...from, to: offer.to, move: 'accepted' } }];
};

export const declineRole: Deciding<AboutRole & { reason?: string | undefined }> = ({ role, reason }, room, context) => {
  open(room.incident);
  const { to } = offerFor(room, role, context);
  const why = reason === undefined || reason.trim() === '' ? {} : { reason };
  return [{ type: 'role.offer-declined', data: { role, to, ...why } }];
};

export const withdrawOffer: Deciding<AboutRole & Undoing> = ({ role, undoOf }, room, context) => {
  const incident = open(room.incident);
  const { actor } = context;
  const offer = room.roster.offers[role];
  if (undoOf !== undefined && (offer?.commandId !== undoOf || offer.by !== actor.ref)) {
    throw new Refusal('conflict', 'This offer waits no longer; nothing was taken back.', { current: { offer } });
  }
  if (offer === undefined) return NOTHING;
  if (offer.by !== actor.ref && !isBy(actor, incident.roles[role])) mayCommandRoles(context, incident, role);
  return [{ type: 'role.offer-withdrawn', data: { role, to: offer.to, ...takingBack(undoOf) } }];
};

/** @throws Refusal `conflict` where nothing is on offer, `forbidden` where it is for somebody else */
const offerFor = ({ roster }: Room, role: IncidentRole, { actor, facts }: DecisionContext): RoleOffer => {
  const offer = openOffer(roster, role, stillHere(facts));
  if (offer === undefined) {
    throw new Refusal('conflict', 'No offer of this role waits: it was withdrawn, answered, or the role has moved.');
  }
  if (!isBy(actor, offer.to)) {
    throw new Refusal('forbidden', `It is offered to ${handleOf(facts, offer.to)}, who answers it.`);
  }
  return offer;
};

const isBy = (actor: Actor, userId: UserId | undefined): boolean => actor.kind === 'user' && actor.userId === userId;

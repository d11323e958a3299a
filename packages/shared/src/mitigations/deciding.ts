import { mustBeOpen } from '../kernel/incident-standing.ts';
import { isSitrep, userIdOf, type Actor } from '../kernel/actor.ts';
import type { Decide, Facts } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { ActorRef } from '../kernel/event.ts';
import type { HypothesisId, IncidentId, MitigationId, UserId } from '../kernel/ids.ts';
import { handleOf } from '../kernel/people-facts.ts';
import type { IncidentRole, IncidentStatus } from '../incidents/values.ts';
import type { MitigationEvent } from './events.ts';
import type { Mitigation, Mitigations } from './state.ts';
import { DEEDS, isCalledOff, mayDo, type DeedName } from './status-moves.ts';

type OpenedIncident = {
  readonly status: IncidentStatus;
  readonly key: string;
  readonly roles: Readonly<Partial<Record<IncidentRole, UserId>>>;
  readonly private: boolean;
  readonly members: readonly UserId[];
};

/** What a decision about the ledger looks at, of all that a room is. */
export type MitigationRoom = {
  readonly incident: { readonly status: 'undeclared' } | OpenedIncident;
  readonly hypotheses: { readonly items: readonly { readonly id: HypothesisId; readonly status: string }[] };
  readonly mitigations: Mitigations;
};

export type Deciding<Command> = Decide<Command & { incidentId: IncidentId }, MitigationRoom, MitigationEvent>;
export type About = { readonly mitigationId: MitigationId };

/** @throws Refusal `not-found` | `conflict` */
export const opened = ({ incident }: MitigationRoom): OpenedIncident => mustBeOpen(incident);

/**
 * The mitigation, where the incident is open.
 * @throws Refusal `not-found` | `conflict`
 */
export const found = (room: MitigationRoom, id: MitigationId): Mitigation => {
  opened(room);
  const mitigation = room.mitigations.items.find((one) => one.id === id);
  if (mitigation === undefined) throw new Refusal('not-found', 'There is no such mitigation in this incident.');
  return mitigation;
};

/** The mitigation, where this can be done to it now. */
export const foundFor = (deed: DeedName, room: MitigationRoom, id: MitigationId, facts: Facts): Mitigation => {
  const mitigation = found(room, id);
  if (!mayDo(deed, mitigation)) throw wrongStatus(mitigation, DEEDS[deed].rule, facts);
  return mitigation;
};

/** Says who was there first, and how it goes on. */
export const wrongStatus = (mitigation: Mitigation, rule: string, facts: Facts): Refusal => {
  const { number, status, statusBy, statusSince } = mitigation;
  const again = isCalledOff(mitigation) ? ' To try again, propose it anew.' : '';
  return new Refusal('conflict', `M${number} is ${status}, by ${nameOf(statusBy, facts)}: ${rule}.${again}`, {
    current: { status, by: statusBy, at: statusSince },
  });
};

export const nameOf = (ref: ActorRef, facts: Facts): string => {
  const id = userIdOf(ref);
  return id === undefined ? 'Sitrep' : handleOf(facts, id);
};

const LEADERS: readonly IncidentRole[] = ['commander', 'deputy'];

export const isLeader = (room: MitigationRoom, actor: Actor): boolean => {
  if (isSitrep(actor)) return true;
  const { incident } = room;
  if (actor.kind !== 'user' || incident.status === 'undeclared') return false;
  return LEADERS.some((role) => incident.roles[role] === actor.userId);
};

export const aboutOf = ({ id, number, plan }: Mitigation) => ({ mitigationId: id, number, title: plan.title });

/** Nothing where nothing but blanks was said. */
export const saying = <Key extends string>(key: Key, text: string | undefined): { readonly [K in Key]?: string } => {
  const said = text?.trim() ?? '';
  return (said === '' ? {} : { [key]: said }) as { readonly [K in Key]?: string };
};

import { mustBeDeclared, mustBeOpen } from '../kernel/incident-standing.ts';
import type { Decide } from '../kernel/decider.ts';
import type { IncidentId } from '../kernel/ids.ts';
import type { IncidentKey, IncidentStatus } from '../incidents/values.ts';
import type { SituationEvent } from './events.ts';
import type { Situation } from './state.ts';

type IncidentHeader =
  | { readonly status: 'undeclared' }
  | { readonly status: IncidentStatus; readonly key: IncidentKey; readonly declaredAt: number };
export type Declared = Exclude<IncidentHeader, { status: 'undeclared' }>;

export type SituationContext = { readonly incident: IncidentHeader; readonly situation: Situation };

export type Deciding<Command> = Decide<Command & { incidentId: IncidentId }, SituationContext, SituationEvent>;

/** Already so. */
export const NOTHING: readonly SituationEvent[] = [];

/** @throws Refusal `not-found` */
export const declared = ({ incident }: SituationContext): Declared => mustBeDeclared(incident);

/** @throws Refusal `not-found` | `conflict` */
export const open = ({ incident, situation }: SituationContext): Situation => {
  mustBeOpen(incident);
  return situation;
};

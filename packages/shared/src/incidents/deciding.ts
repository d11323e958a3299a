import { mustBeDeclared, mustBeOpen } from '../kernel/incident-standing.ts';
import type { Actor } from '../kernel/actor.ts';
import { stepBack, type ChangeValue } from '../kernel/changes.ts';
import type { Decide } from '../kernel/decider.ts';
import type { IncidentId } from '../kernel/ids.ts';
import type { IncidentEvent } from './events.ts';
import type { BackStep, ChangedField, Incident, IncidentState, OpenIncident } from './state.ts';

export type Deciding<Command> = Decide<Command & { incidentId: IncidentId }, IncidentState, IncidentEvent>;

/** Already so. */
export const NOTHING: readonly IncidentEvent[] = [];

/** @throws Refusal `not-found` */
export const declared = (state: IncidentState): Incident => mustBeDeclared(state);

/** @throws Refusal `not-found` | `conflict` */
export const open = (state: IncidentState): OpenIncident => mustBeOpen(state);

/**
 * The step of this field that a command takes back, which leads to `to`; nothing where it takes nothing back.
 * @throws Refusal `conflict` | `invalid`
 */
export const takenBack = (
  incident: Incident,
  field: ChangedField,
  asked: { readonly undoOf: string | undefined; readonly actor: Actor; readonly to: ChangeValue },
): BackStep | undefined => stepBack(incident.lastChanges[field], { field }, asked);

import type { Actor } from '../kernel/actor.ts';
import { stepBack, type ChangeValue } from '../kernel/changes.ts';
import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { IncidentId } from '../kernel/ids.ts';
import type { IncidentEvent } from './events.ts';
import {
  isDeclared,
  type BackStep,
  type ChangedField,
  type Incident,
  type IncidentState,
  type OpenIncident,
} from './state.ts';

export type Deciding<Command> = Decide<Command & { incidentId: IncidentId }, IncidentState, IncidentEvent>;

/** Already so. */
export const NOTHING: readonly IncidentEvent[] = [];

/** @throws Refusal `not-found` */
export const declared = (state: IncidentState): Incident => {
  if (!isDeclared(state)) throw new Refusal('not-found', 'There is no such incident.');
  return state;
};

/** @throws Refusal `not-found` | `conflict` */
export const open = (state: IncidentState): OpenIncident => {
  const incident = declared(state);
  if (incident.status === 'closed') {
    throw new Refusal('conflict', `${incident.key} is closed. Reopen it to change it.`, {
      current: { status: 'closed' },
    });
  }
  return incident;
};

/**
 * The step of this field that a command takes back, which leads to `to`; nothing where it takes nothing back.
 * @throws Refusal `conflict` | `invalid`
 */
export const takenBack = (
  incident: Incident,
  field: ChangedField,
  asked: { readonly undoOf: string | undefined; readonly actor: Actor; readonly to: ChangeValue },
): BackStep | undefined => stepBack(incident.lastChanges[field], { field }, asked);

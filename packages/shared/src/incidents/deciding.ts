import type { Actor } from '../kernel/actor.ts';
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
 * The step that a command takes back: the newest of its field, made by the same person with the command it names.
 * Nothing where the command takes nothing back.
 * @throws Refusal `conflict` with who changed the field since.
 */
export const takenBack = (
  incident: Incident,
  field: ChangedField,
  undoOf: string | undefined,
  actor: Actor,
): BackStep | undefined => {
  if (undoOf === undefined) return undefined;
  const change = incident.lastChanges[field];
  const step = change?.back.at(-1);
  if (step?.commandId === undoOf && change?.by === actor.ref) return step;
  const { back: _steps, ...current } = change ?? {};
  throw new Refusal('conflict', 'Somebody changed this since; nothing was taken back.', {
    current: { field, ...current },
  });
};

import { mustBeOpen } from '../kernel/incident-standing.ts';
import type { Actor } from '../kernel/actor.ts';
import { stepBack } from '../kernel/changes.ts';
import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import { takingBack, type Undoing } from '../kernel/undo.ts';
import type { IncidentKey, IncidentStatus } from '../incidents/values.ts';
import type { SettingsFacts } from '../settings/values.ts';
import type { ChecklistEvent } from './events.ts';
import type { Checklists, ChecklistStep } from './state.ts';

/** What a decision about checklists looks at in a room. */
export type ChecklistRoom = {
  readonly incident: { readonly status: 'undeclared' } | { readonly status: IncidentStatus; readonly key: IncidentKey };
  readonly checklists: Checklists;
};

type Deciding<Command> = Decide<Command & { checklistId: string }, ChecklistRoom, ChecklistEvent, SettingsFacts>;
type OnStep<Extra = unknown> = Deciding<{ stepId: string } & Undoing & Extra>;

const NOTHING: readonly ChecklistEvent[] = [];
/** All of them are sent with each snapshot of the room. */
export const MAX_CHECKLISTS = 30;

export const startChecklist: Deciding<unknown> = ({ checklistId }, state, { facts }) => {
  const { items } = writable(state);
  if (items.some(({ id }) => id === checklistId)) return NOTHING;
  const template = facts.settings.checklists.find(({ id }) => id === checklistId);
  if (template === undefined) {
    throw new Refusal('not-found', 'The settings have no such checklist.', {
      known: facts.settings.checklists.map(({ id }) => id),
    });
  }
  if (items.length >= MAX_CHECKLISTS) {
    throw new Refusal('conflict', `An incident has ${MAX_CHECKLISTS} checklists at most.`);
  }
  const { phase, title, steps } = template;
  return [{ type: 'checklist.started', data: { checklistId, phase, title, steps: [...steps] } }];
};

export const tickStep: OnStep = ({ checklistId, stepId, undoOf }, state, { actor }) => {
  const step = existingStep(state, checklistId, stepId);
  notSince(step, undoOf, actor);
  if (step.state === 'ticked') return NOTHING;
  return [{ type: 'checklist.step-ticked', data: { checklistId, stepId, text: step.text, ...takingBack(undoOf) } }];
};

export const untickStep: OnStep = ({ checklistId, stepId, undoOf }, state, { actor }) => {
  const step = existingStep(state, checklistId, stepId);
  notSince(step, undoOf, actor);
  if (step.state === 'open') return NOTHING;
  const former = step.state === 'skipped' ? { reason: step.reason } : {};
  return [
    {
      type: 'checklist.step-unticked',
      data: { checklistId, stepId, text: step.text, ...former, ...takingBack(undoOf) },
    },
  ];
};

export const skipStep: OnStep<{ reason: string }> = ({ checklistId, stepId, reason, undoOf }, state, { actor }) => {
  const step = existingStep(state, checklistId, stepId);
  notSince(step, undoOf, actor);
  if (step.state === 'skipped' && step.reason === reason) return NOTHING;
  if (step.state === 'ticked') {
    throw new Refusal('conflict', 'This step is done already. Untick it to skip it.', {
      current: { state: step.state, by: step.by, at: step.at },
    });
  }
  return [
    { type: 'checklist.step-skipped', data: { checklistId, stepId, text: step.text, reason, ...takingBack(undoOf) } },
  ];
};

const writable = ({ incident, checklists }: ChecklistRoom): Checklists => {
  mustBeOpen(incident, 'change its checklists');
  return checklists;
};

const existingStep = (state: ChecklistRoom, checklistId: string, stepId: string): ChecklistStep => {
  const checklist = writable(state).items.find(({ id }) => id === checklistId);
  if (checklist === undefined) throw new Refusal('not-found', 'This incident has no such checklist.');
  const step = checklist.steps.find(({ id }) => id === stepId);
  if (step === undefined) throw new Refusal('not-found', 'There is no such step in this checklist.');
  return step;
};

const notSince = ({ id, change }: ChecklistStep, undoOf: string | undefined, actor: Actor): void =>
  void stepBack(change, { stepId: id }, { undoOf, actor, to: undefined });

import { changeBy } from '../kernel/changes.ts';
import type { Recorded } from '../kernel/event.ts';
import { appended } from '../kernel/lists.ts';
import type { ChecklistEvent } from './events.ts';
import type { Checklist, Checklists, ChecklistStep, StepProgress } from './state.ts';

type Started = Recorded<Extract<ChecklistEvent, { type: 'checklist.started' }>>;
type StepEvent = Exclude<Recorded<ChecklistEvent>, Started>;

export const evolveChecklists = (state: Checklists, event: Recorded<ChecklistEvent>): Checklists => {
  if (event.type === 'checklist.started') return { items: appended(state.items, started(event)) };
  const index = state.items.findIndex(({ id }) => id === event.data.checklistId);
  const checklist = state.items[index];
  return checklist === undefined ? state : { items: state.items.with(index, withStep(checklist, event)) };
};

const started = ({ data: { checklistId, phase, title, steps }, at }: Started): Checklist => ({
  id: checklistId,
  phase,
  title,
  steps: steps.map(({ id, text }) => ({ id, text, state: 'open' })),
  startedAt: at,
});

const withStep = (checklist: Checklist, event: StepEvent): Checklist => ({
  ...checklist,
  steps: checklist.steps.map((step) => (step.id === event.data.stepId ? moved(step, event) : step)),
});

const moved = ({ id, text, change }: ChecklistStep, event: StepEvent): ChecklistStep => ({
  id,
  text,
  change: changeBy(event, change, {}),
  ...progress(event),
});

const progress = ({ type, data, actor, at }: StepEvent): StepProgress => {
  switch (type) {
    case 'checklist.step-ticked':
      return { state: 'ticked', by: actor, at };
    case 'checklist.step-skipped':
      return { state: 'skipped', by: actor, at, reason: data.reason };
    case 'checklist.step-unticked':
      return { state: 'open' };
  }
};

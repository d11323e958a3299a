import { about, type About, type Compensation, type Inverses } from './inverse.ts';

const reopened = (event: About<'hypothesis.confirmed' | 'hypothesis.ruled-out' | 'hypothesis.withdrawn'>) => ({
  type: 'hypothesis.reopen' as const,
  command: { ...about(event), hypothesisId: event.data.hypothesisId },
});

const evidenceBack = (event: About<'hypothesis.evidence-added'>): Compensation => {
  const { hypothesisId, entryId, from } = event.data;
  const command = { ...about(event), hypothesisId, entryId };
  return from === undefined
    ? { type: 'hypothesis.remove-evidence', command }
    : { type: 'hypothesis.add-evidence', command: { ...command, stance: from } };
};

type TaskEnd = About<'task.done' | 'task.failed' | 'task.cancelled'>;
const taskReopened = (event: TaskEnd): Compensation => ({
  type: 'task.reopen',
  command: { ...about(event), taskId: event.data.taskId },
});

const stepOpened = (event: About<'checklist.step-ticked' | 'checklist.step-skipped'>): Compensation => {
  const { checklistId, stepId } = event.data;
  return { type: 'checklist.untick', command: { ...about(event), checklistId, stepId } };
};

const stepBack = (event: About<'checklist.step-unticked'>): Compensation => {
  const { checklistId, stepId, reason } = event.data;
  const command = { ...about(event), checklistId, stepId };
  return reason === undefined
    ? { type: 'checklist.tick', command }
    : { type: 'checklist.skip', command: { ...command, reason } };
};

/** Of what is suspected, changed in production, asked for and ticked. */
export const WORK_INVERSES: Inverses = {
  'hypothesis.suggested': (event) => ({
    type: 'hypothesis.withdraw',
    command: { ...about(event), hypothesisId: event.data.hypothesisId },
  }),
  'hypothesis.reworded': (event) => ({
    type: 'hypothesis.reword',
    command: {
      ...about(event),
      hypothesisId: event.data.hypothesisId,
      text: event.data.from,
      base: event.data.text,
    },
  }),
  // What another tested before goes on only when they say so.
  'hypothesis.test-started': (event) =>
    event.data.from === undefined
      ? { type: 'hypothesis.stop-test', command: { ...about(event), hypothesisId: event.data.hypothesisId } }
      : undefined,
  'hypothesis.confirmed': reopened,
  'hypothesis.ruled-out': reopened,
  'hypothesis.withdrawn': reopened,
  'hypothesis.evidence-added': evidenceBack,
  'mitigation.proposed': (event) => ({
    type: 'mitigation.withdraw',
    command: { ...about(event), mitigationId: event.data.mitigationId },
  }),
  'mitigation.objected': (event) => ({
    type: 'mitigation.withdraw-objection',
    command: {
      ...about(event),
      mitigationId: event.data.mitigationId,
      objectionId: event.data.objectionId,
    },
  }),
  'task.assigned': (event) => ({ type: 'task.cancel', command: { ...about(event), taskId: event.data.taskId } }),
  'task.reassigned': (event) => ({
    type: 'task.reassign',
    command: {
      ...about(event),
      taskId: event.data.taskId,
      assignee: event.data.from,
      dueAt: event.data.dueFrom ?? null,
    },
  }),
  'task.extended': (event) => ({
    type: 'task.extend',
    command: { ...about(event), taskId: event.data.taskId, dueAt: event.data.from ?? null },
  }),
  'task.done': taskReopened,
  'task.failed': taskReopened,
  'task.cancelled': taskReopened,
  'follow-up.kept': (event) => ({
    type: 'follow-up.drop',
    command: { ...about(event), followUpId: event.data.followUpId },
  }),
  'checklist.step-ticked': stepOpened,
  'checklist.step-skipped': stepOpened,
  'checklist.step-unticked': stepBack,
};

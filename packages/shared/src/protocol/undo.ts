import type { Recorded } from '../kernel/event.ts';
import type { EntryId, IncidentId } from '../kernel/ids.ts';
import { isChosen } from '../relations/values.ts';
import type { WrittenEntry } from '../timeline/state.ts';
import type { CommandInput, CommandType, SitrepEvent } from './catalogue.ts';

/** A command that takes back what another one did; sent like any other, and refused where somebody was there since. */
export type Compensation = {
  readonly [T in CommandType]: { readonly type: T; readonly command: CommandInput<T> };
}[CommandType];

type EventType = SitrepEvent['type'];
type About<T extends EventType> = Recorded<Extract<SitrepEvent, { readonly type: T }>>;

/** What an edit takes back to: the entry as it was before. */
export type EntryBefore = (id: EntryId) => WrittenEntry | undefined;

/**
 * What takes back the events of one command, the last first; nothing where one of them cannot be taken back: half an
 * undo is worse than none. `entryBefore` answers with an entry as it was when the command was given.
 */
export const compensation = (
  events: readonly Recorded<SitrepEvent>[],
  entryBefore: EntryBefore = () => undefined,
): readonly Compensation[] => {
  const [first] = events;
  if (first === undefined) return [];
  if (first.type === 'timeline.entry-added' && first.data.importId !== undefined) {
    return [{ type: 'timeline.retract-import', command: { ...about(first), importId: first.data.importId } }];
  }
  const changes = events.length === 1 ? events : events.filter(({ type }) => type !== RECORDED_BESIDE);
  const all = changes.toReversed().map((event) => inverse(event, entryBefore));
  return all.every((found) => found !== undefined) ? all : [];
};

/** Written down with what happened, and true whatever becomes of that. */
const RECORDED_BESIDE: EventType = 'situation.handover-recorded';

const about = ({ stream, commandId }: Recorded<SitrepEvent>): { incidentId: IncidentId; undoOf: string } => ({
  incidentId: stream.slice('incident/'.length) as IncidentId,
  undoOf: commandId,
});

type Inverses = { readonly [T in EventType]?: (event: About<T>, entryBefore: EntryBefore) => Compensation | undefined };

const inverse = (event: Recorded<SitrepEvent>, entryBefore: EntryBefore): Compensation | undefined => {
  const found = INVERSES[event.type] as ((event: unknown, before: EntryBefore) => Compensation | undefined) | undefined;
  return found?.(event, entryBefore);
};

/** Who accepted a role gives it on by an offer: taken back, it would move to somebody who was not asked. */
const roleBack = (event: About<'incident.role-changed'>): Compensation | undefined => {
  const { role, from, move } = event.data;
  if (move === 'accepted') return undefined;
  return from === undefined
    ? { type: 'incident.release-role', command: { ...about(event), role } }
    : { type: 'incident.assign-role', command: { ...about(event), role, userId: from } };
};

const editBack = (event: About<'timeline.entry-edited'>, entryBefore: EntryBefore): Compensation | undefined => {
  const { entryId, revision } = event.data;
  const before = entryBefore(entryId);
  if (before === undefined || before.revision !== revision - 1) return undefined;
  const { kind, text, happenedAt, confidence } = before;
  return {
    type: 'timeline.edit-entry',
    command: {
      ...about(event),
      entryId,
      baseRevision: revision,
      kind,
      text,
      happenedAt,
      confidence: confidence ?? null,
    },
  };
};

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

const relationBack = (
  type: 'relation.add' | 'relation.remove',
  event: About<'relation.added' | 'relation.removed'>,
): Compensation | undefined => {
  const { kind, otherId } = event.data;
  return isChosen(kind) ? { type, command: { ...about(event), kind, otherId } } : undefined;
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

const linkBack = (event: About<'situation.link-removed'>): Compensation => {
  const { linkId, kind, label, url } = event.data;
  return { type: 'situation.add-link', command: { ...about(event), linkId, kind, label, url } };
};

/** What is not in here has no way back of this kind. */
const INVERSES: Inverses = {
  'incident.title-changed': (event) => ({
    type: 'incident.change-title',
    command: { ...about(event), title: event.data.from, base: event.data.to },
  }),
  'incident.summary-changed': (event) => ({
    type: 'incident.change-summary',
    command: { ...about(event), summary: event.data.from, base: event.data.to },
  }),
  'incident.severity-changed': (event) => ({
    type: 'incident.change-severity',
    command: { ...about(event), severity: event.data.from },
  }),
  'incident.status-changed': (event) => ({
    type: 'incident.change-status',
    command: { ...about(event), status: event.data.from },
  }),
  'incident.milestone-set': (event) => ({
    type: 'incident.set-milestone',
    command: { ...about(event), milestone: event.data.milestone, at: event.data.from ?? null },
  }),
  'incident.service-added': (event) => ({
    type: 'incident.remove-service',
    command: { ...about(event), service: event.data.service },
  }),
  'incident.service-removed': (event) => ({
    type: 'incident.add-service',
    command: { ...about(event), service: event.data.service },
  }),
  'incident.role-changed': roleBack,
  'role.offered': (event) => ({
    type: 'role.withdraw-offer',
    command: { ...about(event), role: event.data.role },
  }),
  'responder.joined': (event) => ({
    type: 'responder.leave',
    command: { ...about(event), userId: event.data.userId },
  }),
  'responder.left': (event) => ({
    type: 'responder.join',
    command: { ...about(event), userId: event.data.userId },
  }),
  'need.raised': (event) => ({
    type: 'need.withdraw',
    command: { ...about(event), needId: event.data.needId },
  }),
  'need.claimed': (event) => ({
    type: 'need.unclaim',
    command: { ...about(event), needId: event.data.needId },
  }),
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
  'relation.added': (event) => relationBack('relation.remove', event),
  'relation.removed': (event) => relationBack('relation.add', event),
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
  'situation.impact-changed': (event) => ({
    type: 'situation.change-impact',
    command: { ...about(event), ...event.data.before },
  }),
  'situation.objectives-changed': (event) => ({
    type: 'situation.change-objectives',
    command: { ...about(event), objectives: event.data.from, base: event.data.to },
  }),
  'situation.criterion-added': (event) => ({
    type: 'situation.remove-criterion',
    command: { ...about(event), criterionId: event.data.criterionId },
  }),
  'situation.criterion-reworded': (event) => ({
    type: 'situation.reword-criterion',
    command: {
      ...about(event),
      criterionId: event.data.criterionId,
      text: event.data.from,
      base: event.data.to,
    },
  }),
  'situation.criterion-met': (event) => ({
    type: 'situation.unmeet-criterion',
    command: { ...about(event), criterionId: event.data.criterionId },
  }),
  'situation.criterion-unmet': (event) => ({
    type: 'situation.meet-criterion',
    command: { ...about(event), criterionId: event.data.criterionId },
  }),
  'situation.criterion-removed': (event) => ({
    type: 'situation.add-criterion',
    command: { ...about(event), criterionId: event.data.criterionId, text: event.data.text },
  }),
  'situation.link-added': (event) => ({
    type: 'situation.remove-link',
    command: { ...about(event), linkId: event.data.linkId },
  }),
  'situation.link-removed': linkBack,
  'situation.attention-set': (event) => ({
    type: 'situation.set-attention',
    command: { ...about(event), ...event.data.before },
  }),
  'timeline.entry-added': (event) => ({
    type: 'timeline.retract-entry',
    command: { ...about(event), entryId: event.data.entryId },
  }),
  'timeline.entry-edited': editBack,
  'timeline.entry-retracted': (event) => ({
    type: 'timeline.restore-entry',
    command: { ...about(event), entryId: event.data.entryId },
  }),
  'timeline.entry-pinned': (event) => ({
    type: 'timeline.unpin-entry',
    command: { ...about(event), entryId: event.data.entryId },
  }),
  'timeline.entry-unpinned': (event) => ({
    type: 'timeline.pin-entry',
    command: { ...about(event), entryId: event.data.entryId },
  }),
};

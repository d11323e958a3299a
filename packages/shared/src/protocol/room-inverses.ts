import { isChosen } from '../relations/values.ts';
import { about, type About, type Compensation, type EntryBefore, type Inverses } from './inverse.ts';

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

const relationBack = (
  type: 'relation.add' | 'relation.remove',
  event: About<'relation.added' | 'relation.removed'>,
): Compensation | undefined => {
  const { kind, otherId } = event.data;
  return isChosen(kind) ? { type, command: { ...about(event), kind, otherId } } : undefined;
};

const linkBack = (event: About<'situation.link-removed'>): Compensation => {
  const { linkId, kind, label, url } = event.data;
  return { type: 'situation.add-link', command: { ...about(event), linkId, kind, label, url } };
};

/** Of the incident itself, who is in it, what is known of it and what was written. */
export const ROOM_INVERSES: Inverses = {
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
  'relation.added': (event) => relationBack('relation.remove', event),
  'relation.removed': (event) => relationBack('relation.add', event),
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

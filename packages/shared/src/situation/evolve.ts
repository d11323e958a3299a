import { changeBy, type Change, type ChangeValue } from '../kernel/changes.ts';
import type { Recorded } from '../kernel/event.ts';
import { attentionValue } from './attention.ts';
import type { SituationEvent } from './events.ts';
import { fieldsIn, impactValue, withImpact } from './impact.ts';
import { putBack, taken } from './removed.ts';
import { MET, UNMET, type Criterion, type FieldChange, type Impact, type Situation } from './state.ts';

type EventOfType<T extends SituationEvent['type']> = Recorded<Extract<SituationEvent, { type: T }>>;

export const evolveSituation = (state: Situation, event: Recorded<SituationEvent>): Situation => {
  // Neither a card nor a meeting says anything new about the incident.
  if (event.type === 'situation.handover-recorded') return { ...state, handoverRecordedAt: event.at };
  if (event.type === 'situation.postmortem-scheduled') {
    return { ...state, postmortem: { meetsAt: event.data.meetsAt, scheduledAt: event.at, by: event.actor } };
  }
  const next = changed(state, event);
  return next === state ? state : { ...next, updatedBy: event.actor, updatedAt: event.at };
};

type Changing = Exclude<
  Recorded<SituationEvent>,
  { type: 'situation.handover-recorded' | 'situation.postmortem-scheduled' }
>;

const changed = (state: Situation, event: Changing): Situation => {
  switch (event.type) {
    case 'situation.impact-changed':
      return { ...state, impact: impactAfter(state.impact, event) };
    case 'situation.objectives-changed':
      return {
        ...state,
        objectives: event.data.to,
        objectivesChange: changeBy(event, state.objectivesChange, event.data),
      };
    case 'situation.criterion-added':
      return criterionAdded(state, event);
    case 'situation.criterion-reworded': {
      const { criterionId, from, to } = event.data;
      return withCriterion(state, criterionId, (criterion) => ({
        ...criterion,
        text: to,
        change: changeBy(event, criterion.change, { from, to }),
      }));
    }
    case 'situation.criterion-met':
      return withCriterion(state, event.data.criterionId, (criterion) => ({
        ...criterion,
        met: { by: event.actor, at: event.at },
        change: changeBy(event, criterion.change, { from: UNMET, to: MET }),
      }));
    case 'situation.criterion-unmet':
      return withCriterion(state, event.data.criterionId, ({ met: _met, ...criterion }) => ({
        ...criterion,
        change: changeBy(event, criterion.change, { from: MET, to: UNMET }),
      }));
    case 'situation.criterion-removed': {
      const { items, removed } = taken(state.criteria, state.removed.criteria, event.data.criterionId, event);
      return { ...state, criteria: items, removed: { ...state.removed, criteria: removed } };
    }
    case 'situation.link-added':
      return linkAdded(state, event);
    case 'situation.link-removed': {
      const { items, removed } = taken(state.links, state.removed.links, event.data.linkId, event);
      return { ...state, links: items, removed: { ...state.removed, links: removed } };
    }
    case 'situation.attention-set':
      return attentionSet(state, event);
  }
};

const impactAfter = (impact: Impact, event: EventOfType<'situation.impact-changed'>): Impact => {
  const { revision, changes, before } = event.data;
  const noted = fieldsIn(changes).map((field): [string, FieldChange] => [
    field,
    {
      ...changeBy(event, impact.changes[field], { from: impactValue(before[field]), to: impactValue(changes[field]) }),
      revision,
    },
  ]);
  return {
    ...withImpact(impact, changes),
    revision,
    changes: { ...impact.changes, ...Object.fromEntries(noted) },
    updatedBy: event.actor,
    updatedAt: event.at,
  };
};

const criterionAdded = (state: Situation, event: EventOfType<'situation.criterion-added'>): Situation => {
  const { criterionId, text } = event.data;
  const { item, index, rest } = putBack(state.removed.criteria, criterionId, event.data);
  const criterion = { ...(item ?? { id: criterionId }), text, change: made(event, item?.change, text) };
  const criteria = state.criteria.filter(({ id }) => id !== criterionId);
  return {
    ...state,
    criteria: criteria.toSpliced(index ?? criteria.length, 0, criterion),
    removed: { ...state.removed, criteria: rest },
  };
};

const linkAdded = (state: Situation, event: EventOfType<'situation.link-added'>): Situation => {
  const { linkId, kind, label, url } = event.data;
  const { item, index, rest } = putBack(state.removed.links, linkId, event.data);
  const links = state.links.filter(({ id }) => id !== linkId);
  const link = { id: linkId, kind, label, url, change: made(event, item?.change, url) };
  return {
    ...state,
    links: links.toSpliced(index ?? links.length, 0, link),
    removed: { ...state.removed, links: rest },
  };
};

const attentionSet = (
  { attention: _attention, ...state }: Situation,
  event: EventOfType<'situation.attention-set'>,
): Situation => {
  const { expected, reason, before } = event.data;
  const said = reason === undefined ? {} : { reason };
  const from = attentionValue(before.expected ? withoutNothing(before.reason) : undefined);
  return {
    ...state,
    attentionChange: changeBy(event, state.attentionChange, { from, to: attentionValue(expected ? said : undefined) }),
    ...(expected ? { attention: { by: event.actor, at: event.at, ...said } } : {}),
  };
};

const withoutNothing = (reason: string | undefined): { reason?: string } => (reason === undefined ? {} : { reason });

const made = (event: Changing, last: Change | undefined, to: ChangeValue): Change => changeBy(event, last, { to });

const withCriterion = (state: Situation, id: string, change: (criterion: Criterion) => Criterion): Situation =>
  state.criteria.some((criterion) => criterion.id === id)
    ? { ...state, criteria: state.criteria.map((criterion) => (criterion.id === id ? change(criterion) : criterion)) }
    : state;

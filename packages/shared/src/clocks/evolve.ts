import type { IncidentEvent } from '../incidents/events.ts';
import type { Recorded } from '../kernel/event.ts';
import type { TimelineEvent } from '../timeline/events.ts';
import type { ClockEvent, ClockRef } from './events.ts';
import { clockKey, type Clocks } from './state.ts';

/** Written entries that may be findings. */
export type WritingEvent = Extract<TimelineEvent, { type: 'timeline.entry-added' | 'timeline.entry-edited' }>;
export const WRITING_EVENTS = [
  'timeline.entry-added',
  'timeline.entry-edited',
] as const satisfies readonly WritingEvent['type'][];

type Followed = ClockEvent | IncidentEvent | WritingEvent;

export const evolveClocks = (state: Clocks, event: Recorded<Followed>): Clocks => {
  switch (event.type) {
    case 'clock.ran-out': {
      const { dueAt } = event.data;
      const ranOut = { ...refOf(event.data), dueAt, at: event.at };
      return { ...state, ranOut: { ...state.ranOut, [clockKey(ranOut)]: ranOut } };
    }
    case 'clock.deferred': {
      const { until, reason } = event.data;
      const deferral = { ...refOf(event.data), until, reason, by: event.actor, at: event.at };
      return { ...state, deferred: { ...state.deferred, [clockKey(deferral)]: deferral } };
    }
    case 'clock.called-out':
      return { ...state, calledOut: { at: event.at, timers: event.data.timers.map(refOf) } };
    case 'escalation.raised': {
      const { reason, cause } = event.data;
      const why = { ...(reason === undefined ? {} : { reason }), ...(cause === undefined ? {} : { cause }) };
      return { ...state, escalated: { at: event.at, by: event.actor, ...why } };
    }
    case 'escalation.ended':
      return { ...without(state, 'escalated'), stoodDownAt: event.at };
    case 'timeline.entry-added': {
      const { kind, happenedAt } = event.data;
      return kind === 'finding' ? found(state, Math.min(happenedAt ?? event.at, event.at)) : state;
    }
    case 'timeline.entry-edited':
      return event.data.kind === 'finding' ? found(state, event.at) : state;
    default:
      return evolveWithIncident(state, event);
  }
};

const evolveWithIncident = (state: Clocks, event: Recorded<IncidentEvent>): Clocks => {
  switch (event.type) {
    case 'incident.declared':
      return { ...state, activeSince: event.at };
    case 'incident.status-changed': {
      const { from, to, undoOf } = event.data;
      if (to === 'resolved') return { ...state, resolvedAt: event.at };
      if (from !== 'resolved') return state;
      // Resolved by a slip: what ran, runs on.
      return undoOf === undefined ? startedAnew(state, event.at) : without(state, 'resolvedAt');
    }
    case 'incident.reopened':
      return startedAnew(state, event.at);
    case 'incident.closed':
      return without(state, 'escalated');
    case 'incident.service-added':
      return { ...state, affectedSince: { ...state.affectedSince, [event.data.service]: event.at } };
    case 'incident.service-removed':
      return { ...state, affectedSince: without(state.affectedSince, event.data.service) };
    default:
      return state;
  }
};

const startedAnew = (state: Clocks, at: number): Clocks => ({
  ...without(without(state, 'resolvedAt'), 'escalated'),
  activeSince: at,
});

const found = (state: Clocks, at: number): Clocks =>
  at <= (state.findingAt ?? 0) ? state : { ...state, findingAt: at };

const refOf = ({ clock, subject, startedAt }: ClockRef): ClockRef => ({
  clock,
  ...(subject === undefined ? {} : { subject }),
  startedAt,
});

const without = <Fields extends object, Field extends keyof Fields>(
  fields: Fields,
  field: Field,
): Omit<Fields, Field> => {
  const { [field]: _gone, ...rest } = fields;
  return rest;
};

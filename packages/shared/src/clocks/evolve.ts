import { IncidentEvents, type IncidentEvent } from '../incidents/events.ts';
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

const isOfIncident = (event: Recorded<Followed>): event is Recorded<IncidentEvent> =>
  Object.hasOwn(IncidentEvents, event.type);

export const evolveClocks = (state: Clocks, event: Recorded<Followed>): Clocks =>
  isOfIncident(event) ? evolveWithIncident(state, event) : evolveOwn(state, event);

const evolveOwn = (state: Clocks, event: Recorded<ClockEvent | WritingEvent>): Clocks => {
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
  }
};

const evolveWithIncident = (state: Clocks, event: Recorded<IncidentEvent>): Clocks => {
  const { type, at } = event;
  if (type === 'incident.declared') return { ...state, activeSince: at };
  if (type === 'incident.status-changed') return moved(state, event);
  if (type === 'incident.reopened') return startedAnew(state, at);
  if (type === 'incident.closed') return without(state, 'escalated');
  if (type === 'incident.service-added') {
    return { ...state, affectedSince: { ...state.affectedSince, [event.data.service]: at } };
  }
  if (type === 'incident.service-removed') {
    return { ...state, affectedSince: without(state.affectedSince, event.data.service) };
  }
  return state;
};

type Moved = Recorded<Extract<IncidentEvent, { type: 'incident.status-changed' }>>;

const moved = (state: Clocks, { data: { from, to, undoOf }, at }: Moved): Clocks => {
  if (to === 'resolved') return { ...state, resolvedAt: at };
  if (from !== 'resolved') return state;
  // Resolved by a slip: what ran, runs on.
  return undoOf === undefined ? startedAnew(state, at) : without(state, 'resolvedAt');
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

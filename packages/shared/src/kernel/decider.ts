import type { AccountRole, Actor } from './actor.ts';
import type { DomainEvent, EventHeader, Recorded, StreamId } from './event.ts';
import type { IncidentId, UserId } from './ids.ts';

export type PersonFact = {
  readonly id: UserId;
  readonly handle: string;
  readonly role: AccountRole;
  readonly active: boolean;
};

/** What a decision may know of other aggregates. Pure look-ups, brought in with the command. */
export type Facts = {
  person(id: UserId): PersonFact | undefined;
  /** The key of an incident that this actor may see; of a private one only for what is `private` itself. */
  incidentKey(id: IncidentId, actor: Actor, within: { readonly private: boolean }): string | undefined;
  /** What the other incident that the command names is a part of. */
  incidentParent(id: IncidentId): IncidentId | undefined;
  /** The next value of the command's counter, where its definition names one; else 0. */
  readonly number: number;
};

/** Everything that comes in with a command and is not the command: time, who asks, facts. */
export type DecisionContext<Known extends Facts = Facts> = {
  /** UTC ms. */
  readonly now: number;
  readonly actor: Actor;
  readonly facts: Known;
};

/**
 * How one kind of aggregate turns events into state. `evolve` returns a new state that shares what did not change; it
 * never fails and never looks at a clock.
 */
export type Aggregate<State, Event extends DomainEvent> = {
  readonly name: string;
  readonly initialState: State;
  evolve(state: State, event: Recorded<Event>): State;
};

/** `decide`: what the command makes happen in this state, or a `Refusal` thrown. No event means: already so. */
export type Decide<Command, State, Event extends DomainEvent, Known extends Facts = Facts> = (
  command: Command,
  state: State,
  context: DecisionContext<Known>,
) => readonly Event[];

export const fold = <State, Event extends DomainEvent>(
  aggregate: Aggregate<State, Event>,
  events: Iterable<Recorded<Event>>,
  from: State = aggregate.initialState,
): State => {
  let state = from;
  for (const event of events) state = aggregate.evolve(state, event);
  return state;
};

/** An event as it will look once stored, for folds ahead of the log (the bus's queue, the browser's overlay). */
export const anticipate = <E extends DomainEvent>(
  event: E,
  header: { stream: StreamId; version: number; id: string; at: number; actor: EventHeader['actor']; commandId: string },
): Recorded<E> => ({ ...event, ...header, position: Number.MAX_SAFE_INTEGER, schema: 0 });

import type { ActorRef, Recorded, StreamId } from '../kernel/event.ts';
import {
  AGGREGATES,
  EVENT_SCHEMA,
  aggregateNameOf,
  type AnyAggregate,
  type SitrepEvent,
} from '../protocol/catalogue.ts';
import { ADA, testId } from './cast.ts';
import { deepFreeze } from './plain-json.ts';

/** An event of the past, by Ada unless it says otherwise. */
export type Past = SitrepEvent & { readonly by?: ActorRef; readonly at?: number };

export const T0 = Date.UTC(2026, 2, 1, 12);
export const MINUTE = 60_000;

/** One minute apart from `T0` on, as a log would hand them out, and frozen: no fold may write into them. */
export const recordedIn = (stream: StreamId, past: readonly Past[], after = 0): readonly Recorded<SitrepEvent>[] =>
  past.map(({ by, at, type, data }, offset) => {
    const index = after + offset;
    return deepFreeze({
      type,
      data,
      stream,
      position: index + 1,
      version: index + 1,
      id: testId(0xe000 + index),
      schema: EVENT_SCHEMA,
      at: at ?? T0 + index * MINUTE,
      actor: by ?? ADA.actor.ref,
      commandId: `command-${index}`,
    } as Recorded<SitrepEvent>);
  });

export const aggregateOf = (stream: StreamId): AnyAggregate => AGGREGATES[aggregateNameOf(stream)];

/** Folds step by step, each state frozen before the next event comes. */
export const foldFrozen = (stream: StreamId, events: readonly Recorded<SitrepEvent>[]): unknown => {
  const aggregate = aggregateOf(stream);
  return events.reduce<unknown>(
    (state, event) => deepFreeze(aggregate.evolve(state, event)),
    deepFreeze(aggregate.initialState),
  );
};

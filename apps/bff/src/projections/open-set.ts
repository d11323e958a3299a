import type { Recorded, StreamId } from '@sitrep/shared/kernel/event';
import { isActive, type AlertState } from '@sitrep/shared/alerts/state';
import {
  AGGREGATES,
  aggregateNameOf,
  EVENT_SCHEMA,
  EVENTS,
  type AnyAggregate,
} from '@sitrep/shared/protocol/catalogue';
import type { Room } from '@sitrep/shared/rooms/room';
import { isPublishing } from '@sitrep/shared/updates/state';
import { EventLogFault } from '../ports/event-log.ts';
import type { Versioned } from '../ports/snapshot-store.ts';

export const aggregateOf = (stream: StreamId): AnyAggregate => AGGREGATES[aggregateNameOf(stream)];

export const absent = (stream: StreamId): Versioned => ({
  version: 0,
  position: 0,
  state: aggregateOf(stream).initialState,
});

/** @throws EventLogFault for an event of a newer Sitrep: folded without it, people and rights would be lost unseen. */
export const evolveVersioned = (held: Versioned, event: Recorded): Versioned => {
  if (event.schema > EVENT_SCHEMA || !Object.hasOwn(EVENTS, event.type)) {
    const what = `Event ${event.position} (${event.type}, schema ${event.schema})`;
    throw new EventLogFault('unavailable', `${what} was written by a newer Sitrep: start that version again.`);
  }
  return {
    version: event.version,
    position: event.position,
    state: aggregateOf(event.stream).evolve(held.state, event),
  };
};

/** Memory follows what is open: closed incidents and resolved alerts live in the log and the read store. */
const retains = (stream: StreamId, state: unknown): boolean => {
  switch (aggregateNameOf(stream)) {
    case 'incident':
      return isKept(state as Room);
    case 'alert':
      return isActive(state as AlertState);
    case 'people':
    case 'integrations':
    case 'settings':
    case 'counter':
      return true;
  }
};

/** An update that was on its way when the incident was closed still leaves. */
const isKept = ({ incident, updates }: Room): boolean =>
  incident.status !== 'closed' || updates.items.some(isPublishing);

/** The state of every open stream, folded from the log. */
export class OpenSet {
  readonly #streams: Map<StreamId, Versioned>;
  /** How many look at a stream. */
  readonly #pins = new Map<StreamId, number>();
  #position: number;

  constructor(position = 0, streams: Iterable<readonly [StreamId, Versioned]> = []) {
    this.#position = position;
    this.#streams = new Map(streams);
  }

  /** Of the last event folded. */
  get position(): number {
    return this.#position;
  }

  get(stream: StreamId): Versioned | undefined {
    return this.#streams.get(stream);
  }

  /** Of every open stream. */
  *entries(): IterableIterator<[StreamId, Versioned]> {
    for (const entry of this.#streams) if (!this.#isOnlyPinned(...entry)) yield entry;
  }

  /** Is the stream's past at hand, so that the event can be folded? If not, `adopt` it first. */
  holdsPastOf(event: Recorded): boolean {
    return event.version === 1 || this.#streams.has(event.stream);
  }

  adopt(stream: StreamId, past: Versioned): void {
    this.#streams.set(stream, past);
  }

  /** Keeps a stream in memory, open or not, once it is there: somebody is looking at it. */
  pin(stream: StreamId): void {
    this.#pins.set(stream, (this.#pins.get(stream) ?? 0) + 1);
  }

  /** Takes back one `pin`. */
  unpin(stream: StreamId): void {
    const left = (this.#pins.get(stream) ?? 1) - 1;
    if (left > 0) {
      this.#pins.set(stream, left);
      return;
    }
    this.#pins.delete(stream);
    const held = this.#streams.get(stream);
    if (held !== undefined && !retains(stream, held.state)) this.#streams.delete(stream);
  }

  apply(event: Recorded): { readonly before: Versioned; readonly after: Versioned } {
    const before = this.#streams.get(event.stream) ?? absent(event.stream);
    const after = evolveVersioned(before, event);
    if (this.#pins.has(event.stream) || retains(event.stream, after.state)) this.#streams.set(event.stream, after);
    else this.#streams.delete(event.stream);
    this.#position = event.position;
    return { before, after };
  }

  #isOnlyPinned(stream: StreamId, { state }: Versioned): boolean {
    return this.#pins.has(stream) && !retains(stream, state);
  }
}

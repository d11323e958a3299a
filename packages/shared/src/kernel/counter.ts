import * as z from 'zod/mini';
import type { EventOf } from './event-schemas.ts';
import type { Aggregate } from './decider.ts';
import type { StreamId } from './event.ts';

export const CounterEvents = { 'counter.advanced': z.object({ value: z.int() }) };
export type CounterEvent = EventOf<typeof CounterEvents>;

/** Numbers for keys such as INC-2026-0042: advanced in the same append as what they number, so none is lost or doubled. */
export const counterAggregate: Aggregate<number, CounterEvent> = {
  name: 'counter',
  initialState: 0,
  evolve: (_value, event) => event.data.value,
};

export const counterStream = (name: string): StreamId => `counter/${name}`;

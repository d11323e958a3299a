import { StoredEvent } from '../../../ports/stored-event.ts';
import { ERASED_PAYLOAD, headerOf } from '../hash-chain.ts';
import type { HeaderTuple } from '../hash-chain.ts';
import type { EventColumns } from './protocol.ts';

export function eventsFrom({ headers, payloads }: EventColumns): StoredEvent[] {
  const tuples = JSON.parse(headers) as HeaderTuple[];
  return tuples.map((tuple, index) => new StoredEvent(headerOf(tuple), payloads[index] ?? ERASED_PAYLOAD));
}

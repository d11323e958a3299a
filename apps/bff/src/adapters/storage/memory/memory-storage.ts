import type { DocStore } from '../../../ports/doc-store.ts';
import type { EventLog } from '../../../ports/event-log.ts';
import { MemoryDocStore } from './memory-doc-store.ts';
import { MemoryEventLog } from './memory-event-log.ts';

/** Storage without a medium: keeps every promise of the ports but to survive its process. */
export function createMemoryStorage(): { readonly log: EventLog; readonly docs: DocStore } {
  return { log: new MemoryEventLog(), docs: new MemoryDocStore() };
}

import type { StreamId } from '@sitrep/shared/kernel/event';
import { EventLogFault } from '../../ports/event-log.ts';

export function versionConflict(stream: StreamId, expected: number, actual: number): EventLogFault {
  return new EventLogFault('version-conflict', `${stream} is at version ${actual}, not ${expected}`);
}

import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { Timestamp } from '../kernel/text.ts';
import { ClockName } from './values.ts';

/** Which one: several tasks have a clock each. A clock that is started anew is another one. */
export const ClockRef = z.object({
  clock: ClockName,
  /** Id of the task, test or mitigation, where there can be several. */
  subject: z.optional(z.string()),
  startedAt: Timestamp,
});
export type ClockRef = z.output<typeof ClockRef>;

export const ClockEvents = {
  /** When it happened is `dueAt`; when it was noticed is the event's `at`. */
  'clock.ran-out': z.object({ ...ClockRef.shape, dueAt: Timestamp, escalates: z.boolean() }),
  'clock.deferred': z.object({ ...ClockRef.shape, until: Timestamp, reason: z.string() }),
  /** To commander and deputy: these ran out and nothing happened since. */
  'clock.called-out': z.object({ timers: z.array(z.object({ ...ClockRef.shape, dueAt: Timestamp })) }),
  'escalation.raised': z.object({ reason: z.string() }),
  'escalation.ended': z.object({ reason: z.string() }),
} as const;

export type ClockEvent = EventOf<typeof ClockEvents>;

import * as z from 'zod/mini';
import type { EventOf } from '../kernel/event-schemas.ts';
import { Timestamp } from '../kernel/text.ts';
import { ClockName } from './values.ts';

/** Which one: several tasks have a clock each. A clock that is started anew is another one. */
export const ClockRef = z.object({
  clock: ClockName,
  /** Id of the task, test or mitigation, or name of the service, where there can be several. */
  subject: z.optional(z.string()),
  startedAt: Timestamp,
});
export type ClockRef = z.output<typeof ClockRef>;

/** With what it was about then, for people: `T3: check the pool`. Nothing where there is one clock of its name. */
export const NamedClock = z.object({ ...ClockRef.shape, label: z.optional(z.string()) });
export type NamedClock = z.output<typeof NamedClock>;

export const ClockEvents = {
  /** When it happened is `dueAt`; when it was noticed is the event's `at`. */
  'clock.ran-out': z.object({ ...NamedClock.shape, dueAt: Timestamp, escalates: z.boolean() }),
  /** `dueAt`: what it was due at. */
  'clock.deferred': z.object({ ...NamedClock.shape, dueAt: Timestamp, until: Timestamp, reason: z.string() }),
  /** To commander and deputy: these ran out and nothing happened since. `news`: others than the last time. */
  'clock.called-out': z.object({
    timers: z.array(z.object({ ...NamedClock.shape, dueAt: Timestamp })),
    news: z.boolean(),
  }),
  /** By somebody, with a reason, or by a clock that ran out. */
  'escalation.raised': z.object({ reason: z.optional(z.string()), cause: z.optional(NamedClock) }),
  'escalation.ended': z.object({ reason: z.string() }),
} as const;

export type ClockEvent = EventOf<typeof ClockEvents>;

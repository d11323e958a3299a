import type { ActorRef } from '../kernel/event.ts';
import type { ClockRef } from './events.ts';

/** `<clock>`, `<clock>/<subject>`: what can run at a time. */
export type ClockKey = string;

export const clockKey = ({ clock, subject }: Pick<ClockRef, 'clock' | 'subject'>): ClockKey =>
  subject === undefined ? clock : `${clock}/${subject}`;

export type RanOut = ClockRef & { readonly dueAt: number; readonly at: number };
export type Deferral = ClockRef & { readonly until: number; readonly reason: string; readonly by: ActorRef };

/** What has become of clocks; when they are due follows from the rest of the room and the settings. */
export type Clocks = {
  /** The newest of each key. */
  readonly ranOut: Readonly<Record<ClockKey, RanOut>>;
  readonly deferred: Readonly<Record<ClockKey, Deferral>>;
  readonly calledOutAt?: number;
  /** Somebody or a clock raised it, and nobody has stood it down. */
  readonly escalated?: { readonly at: number; readonly by: ActorRef; readonly reason: string };
};

export const noClocks: Clocks = { ranOut: {}, deferred: {} };

import type { ActorRef } from '../kernel/event.ts';
import type { ClockRef, NamedClock } from './events.ts';

/** `<clock>`, `<clock>/<subject>`: what can run at a time. */
export type ClockKey = string;

export const clockKey = ({ clock, subject }: Pick<ClockRef, 'clock' | 'subject'>): ClockKey =>
  subject === undefined ? clock : `${clock}/${subject}`;

export type RanOut = ClockRef & { readonly dueAt: number; readonly at: number };
export type Deferral = ClockRef & {
  readonly until: number;
  readonly reason: string;
  readonly by: ActorRef;
  readonly at: number;
};
export type Escalation = {
  readonly at: number;
  readonly by: ActorRef;
  /** What somebody wrote; nothing where a clock raised it. */
  readonly reason?: string;
  readonly cause?: NamedClock;
};

/** What has become of clocks; when they are due follows from the rest of the room and the settings. */
export type Clocks = {
  /** Declared, or open again: clocks of an incident start here. Nothing for what is not declared. */
  readonly activeSince?: number;
  readonly resolvedAt?: number;
  /** Services that were added since the declaration. */
  readonly affectedSince: Readonly<Record<string, number>>;
  /** The newest finding that somebody wrote, which is progress. */
  readonly findingAt?: number;
  /** The newest of each key. */
  readonly ranOut: Readonly<Record<ClockKey, RanOut>>;
  readonly deferred: Readonly<Record<ClockKey, Deferral>>;
  /** The last time, and what was told then. */
  readonly calledOut?: { readonly at: number; readonly timers: readonly ClockRef[] };
  /** Somebody or a clock raised it, and nobody has stood it down. */
  readonly escalated?: Escalation;
  readonly stoodDownAt?: number;
};

export const noClocks: Clocks = { affectedSince: {}, ranOut: {}, deferred: {} };

import type { ActorRef, NewEvent, StreamId } from '@sitrep/shared/kernel/event';
import type { StoredEvent } from './stored-event.ts';

export type StreamAppend = {
  readonly stream: StreamId;
  /** The version the writer decided on: 0 for a stream that does not exist yet. */
  readonly expectedVersion: number;
  readonly events: readonly NewEvent[];
};

export type AppendContext = {
  readonly actor: ActorRef;
  /** Unique per actor; up to 100 characters. */
  readonly commandId: string;
  /** UTC ms. Stored as it is, or as the time of the last event where that is later. */
  readonly at: number;
};

export type AppendOutcome = {
  /** `repeated`: this (actor, commandId) was accepted before; `events` are those of the first time. */
  readonly outcome: 'appended' | 'repeated';
  readonly events: readonly StoredEvent[];
};

export type EventLogFaultCode =
  /** A stream is not at the expected version. Nothing was written. */
  | 'version-conflict'
  /** The medium refused (disk full, closed, I/O error). Nothing was acknowledged. */
  | 'unavailable'
  /** Another process owns the log; the message says who. */
  | 'owned'
  /** A checksum or the chain does not hold; `position` names the first bad event. */
  | 'damaged';

/** Recognised by `code`, never by class, so that every adapter may throw its own. */
export class EventLogFault extends Error {
  constructor(
    readonly code: EventLogFaultCode,
    message: string,
    readonly position?: number,
  ) {
    super(message);
    this.name = 'EventLogFault';
  }
}

export const isEventLogFault = (error: unknown): error is EventLogFault =>
  error instanceof Error && error.name === 'EventLogFault';

export type Tail = {
  /** Resolves when everything that was in the log when `tail` was called has been delivered. */
  readonly caughtUp: Promise<void>;
  stop(): void;
};

/**
 * The one durable log. Every adapter passes `event-log.contract.ts`.
 *
 * Order: positions are gapless, visible in order, and equal the order in which appends were accepted.
 * Appends that are under way at the same time share one sync (group commit).
 */
export interface EventLog {
  /**
   * Atomic over all streams; resolves once durable (survives kill -9 and power loss where the adapter stores at all).
   * An append whose (actor, commandId) is known answers its first outcome before versions are looked at.
   * Appends are judged in call order, so a writer may append again before the first append has resolved.
   * Listeners of `tail` are told in a later macrotask than the one that resolves the append: the answer goes out first.
   * @throws EventLogFault `version-conflict` | `unavailable`
   */
  append(streams: readonly StreamAppend[], context: AppendContext): Promise<AppendOutcome>;
  /** The first outcome of a command that was accepted, as `repeated`; nothing for one that was not (or is under way). */
  outcomeOf(actor: ActorRef, commandId: string): Promise<AppendOutcome | undefined>;
  /** Events of one stream in order, after a version, up to a position (inclusive), when given. Checksums verified. */
  readStream(
    stream: StreamId,
    range?: { readonly afterVersion?: number; readonly upToPosition?: number },
  ): Promise<readonly StoredEvent[]>;
  /** Events after a position, in order, at most `limit`. Checksums verified. */
  readAll(afterPosition: number, limit: number): Promise<readonly StoredEvent[]>;
  /** Delivers every event after a position once, in order: first what is stored, then live. The listener must not throw. */
  tail(afterPosition: number, listener: (events: readonly StoredEvent[]) => void): Tail;
  /** Position of the newest durable event; 0 when empty. */
  head(): number;
  /** Position of the last event recorded at or before a time (UTC ms); 0 when there is none. */
  positionAt(at: number): Promise<number>;
  /** Waits for appends under way, then lets go of the medium. Later calls throw `unavailable`. */
  close(): Promise<void>;
}

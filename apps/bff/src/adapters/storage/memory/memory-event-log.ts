import type { ActorRef, StreamId } from '@sitrep/shared/kernel/event';
import { setImmediate as nextMacrotask } from 'node:timers/promises';
import { EventLogFault } from '../../../ports/event-log.ts';
import type { AppendContext, AppendOutcome, EventLog, StreamAppend, Tail } from '../../../ports/event-log.ts';
import type { StoredEvent } from '../../../ports/stored-event.ts';
import { prepareAppend, storedEvents } from '../prepared-append.ts';
import { TailDispatcher } from '../tail-dispatcher.ts';
import { versionConflict } from '../version-conflict.ts';

/** A log that lives as long as its process: for demonstrations and tests. */
export class MemoryEventLog implements EventLog {
  readonly #events: StoredEvent[] = [];
  readonly #streams = new Map<StreamId, StoredEvent[]>();
  readonly #outcomes = new Map<string, readonly StoredEvent[]>();
  readonly #tails = new TailDispatcher(async (after, limit) => {
    // Catching up with a long log must not keep the loop from everything else.
    await nextMacrotask();
    return this.#slice(after, limit);
  }, 0);
  #closed = false;

  async append(streams: readonly StreamAppend[], context: AppendContext): Promise<AppendOutcome> {
    this.#assertOpen();
    const prepared = prepareAppend(streams, context);
    const known = this.#outcome(context.actor, context.commandId);
    if (known) return known;
    for (const { stream, expectedVersion } of streams) {
      const version = this.#streams.get(stream)?.length ?? 0;
      if (version !== expectedVersion) throw versionConflict(stream, expectedVersion, version);
    }
    const at = Math.max(context.at, this.#events.at(-1)?.at ?? 0);
    const events = storedEvents(prepared, this.#events.length + 1, at);
    for (const event of events) this.#keep(event);
    this.#outcomes.set(commandKey(context.actor, context.commandId), events);
    this.#tails.publish(events);
    return { outcome: 'appended', events };
  }

  async outcomeOf(actor: ActorRef, commandId: string): Promise<AppendOutcome | undefined> {
    this.#assertOpen();
    return this.#outcome(actor, commandId);
  }

  async readStream(
    stream: StreamId,
    range: { readonly afterVersion?: number; readonly upToPosition?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    this.#assertOpen();
    const { afterVersion = 0, upToPosition = Infinity } = range;
    return (this.#streams.get(stream) ?? []).filter(
      (event) => event.version > afterVersion && event.position <= upToPosition,
    );
  }

  async readAll(afterPosition: number, limit: number): Promise<readonly StoredEvent[]> {
    this.#assertOpen();
    return this.#slice(afterPosition, limit);
  }

  tail(afterPosition: number, listener: (events: readonly StoredEvent[]) => void): Tail {
    this.#assertOpen();
    return this.#tails.follow(afterPosition, this.head(), listener);
  }

  head(): number {
    return this.#events.length;
  }

  async positionAt(at: number): Promise<number> {
    this.#assertOpen();
    return this.#events.findLast((event) => event.at <= at)?.position ?? 0;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#tails.close();
  }

  #outcome(actor: ActorRef, commandId: string): AppendOutcome | undefined {
    const events = this.#outcomes.get(commandKey(actor, commandId));
    return events && { outcome: 'repeated', events };
  }

  #slice(afterPosition: number, limit: number): StoredEvent[] {
    return this.#events.slice(afterPosition, afterPosition + limit);
  }

  #keep(event: StoredEvent): void {
    this.#events.push(event);
    const stream = this.#streams.get(event.stream);
    if (stream) stream.push(event);
    else this.#streams.set(event.stream, [event]);
  }

  #assertOpen(): void {
    if (this.#closed) throw new EventLogFault('unavailable', 'the log is closed');
  }
}

/** No actor holds a space. */
function commandKey(actor: ActorRef, commandId: string): string {
  return `${actor} ${commandId}`;
}

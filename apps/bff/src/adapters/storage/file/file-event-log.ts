import type { ActorRef, StreamId } from '@sitrep/shared/kernel/event';
import { EventLogFault } from '../../../ports/event-log.ts';
import type { AppendContext, AppendOutcome, EventLog, StreamAppend, Tail } from '../../../ports/event-log.ts';
import type { StoredEvent } from '../../../ports/stored-event.ts';
import { prepareAppend, storedEvents } from '../prepared-append.ts';
import type { PreparedAppend } from '../prepared-append.ts';
import { TailDispatcher } from '../tail-dispatcher.ts';
import { versionConflict } from '../version-conflict.ts';
import { eventsFrom } from './event-columns.ts';
import type { WriteRequest, WriteResult } from './protocol.ts';
import { ReadAhead } from './read-ahead.ts';
import type { StorageClient } from './storage-client.ts';

/** The log in one SQLite file: see `docs/spec/event-log.md`. */
export class FileEventLog implements EventLog {
  readonly #client: StorageClient;
  readonly #release: () => Promise<void>;
  readonly #tails: TailDispatcher;
  readonly #readAhead: ReadAhead;
  readonly #underWay = new Set<Promise<unknown>>();
  #closed = false;

  /** @param release lets go of the medium once everything that shares it is closed */
  constructor(client: StorageClient, release: () => Promise<void>) {
    this.#client = client;
    this.#release = release;
    const read = async (after: number, limit: number) => eventsFrom(await client.ask({ ask: 'all', after, limit }));
    this.#tails = new TailDispatcher(read, client.head);
    this.#readAhead = new ReadAhead(read);
  }

  append(streams: readonly StreamAppend[], context: AppendContext): Promise<AppendOutcome> {
    const outcome = this.#append(streams, context);
    this.#underWay.add(outcome);
    const done = (): void => void this.#underWay.delete(outcome);
    outcome.then(done, done);
    return outcome;
  }

  async outcomeOf(actor: ActorRef, commandId: string): Promise<AppendOutcome | undefined> {
    this.#assertOpen();
    const events = await this.#client.ask({ ask: 'outcome', actor, commandId });
    return events === null ? undefined : { outcome: 'repeated', events: eventsFrom(events) };
  }

  async readStream(
    stream: StreamId,
    range: { readonly afterVersion?: number; readonly upToPosition?: number } = {},
  ): Promise<readonly StoredEvent[]> {
    this.#assertOpen();
    const { afterVersion = 0, upToPosition = Number.MAX_SAFE_INTEGER } = range;
    return eventsFrom(await this.#client.ask({ ask: 'stream', stream, afterVersion, upToPosition }));
  }

  async readAll(afterPosition: number, limit: number): Promise<readonly StoredEvent[]> {
    this.#assertOpen();
    return this.#readAhead.next(afterPosition, limit, this.head());
  }

  tail(afterPosition: number, listener: (events: readonly StoredEvent[]) => void): Tail {
    this.#assertOpen();
    return this.#tails.follow(afterPosition, this.head(), listener);
  }

  head(): number {
    return this.#client.head;
  }

  async positionAt(at: number): Promise<number> {
    this.#assertOpen();
    return this.#client.ask({ ask: 'position-at', at });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
    this.#tails.close();
    await this.#release();
  }

  #append(streams: readonly StreamAppend[], context: AppendContext): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      this.#assertOpen();
      const append = prepareAppend(streams, context);
      this.#client.write(requestOf(append), append.size, (result) => {
        try {
          resolve(this.#settled(append, result));
        } catch (fault) {
          reject(fault);
        }
      });
    });
  }

  /** Runs in the order of acceptance, so listeners are told in the order of positions. */
  #settled(append: PreparedAppend, result: WriteResult | EventLogFault): AppendOutcome {
    if (result instanceof EventLogFault) throw result;
    switch (result.done) {
      case 'appended': {
        const events = storedEvents(append, result.firstPosition, result.at);
        this.#tails.publish(events);
        return { outcome: 'appended', events };
      }
      case 'repeated':
        return { outcome: 'repeated', events: eventsFrom(result.events) };
      case 'conflict':
        throw versionConflict(result.stream, result.expected, result.actual);
      case 'failed':
      case 'written':
      case 'taken':
        throw new EventLogFault('unavailable', `an append was answered with "${result.done}"`);
    }
  }

  #assertOpen(): void {
    if (this.#closed) throw new EventLogFault('unavailable', 'the log is closed');
  }
}

function requestOf({ streams, context: { actor, commandId, at } }: PreparedAppend): WriteRequest {
  return {
    write: 'append',
    actor,
    commandId,
    at,
    streams: streams.map(({ stream, expectedVersion, events }) => [
      stream,
      expectedVersion,
      events.map(({ event: { id, type, schema }, payload }) => [id, type, schema, payload] as const),
    ]),
  };
}

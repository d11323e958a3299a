import type { ActorRef, NewEvent, StreamId } from '@sitrep/shared/kernel/event';
import type { AppendContext, StreamAppend } from '../../ports/event-log.ts';
import { StoredEvent } from '../../ports/stored-event.ts';

export type PreparedEvent = { readonly event: NewEvent; readonly payload: string };

export type PreparedStream = {
  readonly stream: StreamId;
  readonly expectedVersion: number;
  readonly events: readonly PreparedEvent[];
};

/** An append whose shape was checked and whose payloads were serialised: once, for storage and for the wire. */
export type PreparedAppend = {
  readonly streams: readonly PreparedStream[];
  readonly context: AppendContext;
  /** Characters of all payloads, as a measure of size. */
  readonly size: number;
};

const MAX_PAYLOAD_CHARACTERS = 16 * 1024 * 1024;
const LONE_SURROGATE = /\p{Surrogate}/u;
const STREAM = /^[^\s/]{1,100}\/\S{1,200}$/;
const ACTOR = /^(?:user|integration|system)\/\S{1,200}$/;
const PLAIN = /^[\w.-]{1,100}$/;

/** @throws TypeError when the caller hands in what no log could store and give back unchanged. */
export function prepareAppend(streams: readonly StreamAppend[], context: AppendContext): PreparedAppend {
  checkContext(context);
  const names = new Set(streams.map((append) => append.stream));
  require(names.size === streams.length, 'an append names each stream once');
  let size = 0;
  const prepared = streams.map(({ stream, expectedVersion, events }) => {
    require(STREAM.test(stream) && !LONE_SURROGATE.test(stream), `not a stream: ${stream}`);
    require(isCount(expectedVersion), `not a version: ${expectedVersion}`);
    return {
      stream,
      expectedVersion,
      events: events.map((event) => {
        const payload = payloadOf(event);
        size += payload.length;
        return { event, payload };
      }),
    };
  });
  return { streams: prepared, context, size };
}

/** The events as they lie in the log once the append has got its first position and its time. */
export function storedEvents(append: PreparedAppend, firstPosition: number, at: number): StoredEvent[] {
  const { actor, commandId } = append.context;
  let position = firstPosition;
  return append.streams.flatMap(({ stream, expectedVersion, events }) =>
    events.map(({ event: { id, type, schema, data }, payload }, index) => {
      const version = expectedVersion + index + 1;
      return new StoredEvent(
        { position: position++, stream, version, id, type, schema, at, actor, commandId },
        payload,
        data,
      );
    }),
  );
}

function checkContext({ actor, commandId, at }: { actor: ActorRef; commandId: string; at: number }): void {
  require(ACTOR.test(actor) && !LONE_SURROGATE.test(actor), `not an actor: ${actor}`);
  require(commandId.length > 0 &&
    commandId.length <= 100 &&
    !LONE_SURROGATE.test(commandId), 'a command id has 1 to 100 well-formed characters');
  require(isCount(at), `not a time in UTC ms: ${at}`);
}

function payloadOf(event: NewEvent): string {
  require(PLAIN.test(event.id), `not an event id: ${event.id}`);
  require(PLAIN.test(event.type), `not an event type: ${event.type}`);
  require(isCount(event.schema), `not a schema number: ${event.schema}`);
  const payload: string | undefined = JSON.stringify(event.data);
  require(payload !== undefined, `the data of ${event.type} is not JSON`);
  require(payload.length <= MAX_PAYLOAD_CHARACTERS, `the data of ${event.type} is too large to store`);
  return payload;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function require(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new TypeError(otherwise);
}

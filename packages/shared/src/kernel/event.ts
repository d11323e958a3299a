/** Who caused an event: a person, a monitoring integration, or Sitrep itself. */
export type ActorRef = `user/${string}` | `integration/${string}` | `system/${string}`;

/** `<aggregate>/<id>`, for example `incident/0199…`. */
export type StreamId = `${string}/${string}`;

/** What happened, as the core decides it: no position, no time, no actor yet. */
export type DomainEvent<Type extends string = string, Data = unknown> = {
  readonly type: Type;
  readonly data: Data;
};

/** The part of a stored event that is not its payload. */
export type EventHeader = {
  /** Global, gapless, in order of acceptance; the first event has 1. */
  readonly position: number;
  readonly stream: StreamId;
  /** In the stream, gapless; the first event of a stream has 1. */
  readonly version: number;
  /** UUIDv7. */
  readonly id: string;
  readonly schema: number;
  /** Recorded, UTC ms; never decreases with `position`. */
  readonly at: number;
  readonly actor: ActorRef;
  readonly commandId: string;
};

/** An event as `evolve` sees it, on the server and in the browser. */
export type Recorded<E extends DomainEvent = DomainEvent> = E & EventHeader;

/** An event on its way into the log: the log adds position, version and time. */
export type NewEvent<E extends DomainEvent = DomainEvent> = E & {
  readonly id: string;
  readonly schema: number;
};

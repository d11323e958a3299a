import type { EventHeader, Recorded } from '@sitrep/shared/kernel/event';

/**
 * One event as it lies in the log: header plus payload text. The payload is parsed when first asked for, and the
 * wire text is built once, so that append, fan-out and catch-up share one serialisation.
 */
export class StoredEvent implements Recorded {
  readonly position: number;
  readonly stream: EventHeader['stream'];
  readonly version: number;
  readonly id: string;
  readonly schema: number;
  readonly at: number;
  readonly actor: EventHeader['actor'];
  readonly commandId: string;
  readonly type: string;
  /** JSON text of `data`. */
  readonly payload: string;
  #data: unknown;
  #json: string | undefined;

  constructor(header: EventHeader & { readonly type: string }, payload: string, data?: unknown) {
    this.position = header.position;
    this.stream = header.stream;
    this.version = header.version;
    this.id = header.id;
    this.schema = header.schema;
    this.at = header.at;
    this.actor = header.actor;
    this.commandId = header.commandId;
    this.type = header.type;
    this.payload = payload;
    this.#data = data;
  }

  get data(): unknown {
    this.#data ??= JSON.parse(this.payload);
    return this.#data;
  }

  /** The event as JSON text, as sockets and HTTP carry it. */
  get json(): string {
    this.#json ??=
      `{"position":${this.position},"stream":${JSON.stringify(this.stream)},"version":${this.version},` +
      `"id":"${this.id}","schema":${this.schema},"at":${this.at},"actor":${JSON.stringify(this.actor)},` +
      `"commandId":${JSON.stringify(this.commandId)},"type":"${this.type}","data":${this.payload}}`;
    return this.#json;
  }

  toJSON(): unknown {
    return JSON.parse(this.json);
  }
}

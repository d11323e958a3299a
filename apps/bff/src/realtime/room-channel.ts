import type { Clock } from '../ports/clock.ts';
import type { StoredEvent } from '../ports/stored-event.ts';
import { Batcher, type Broadcast } from './channel.ts';
import { eventsFrame, type Frame } from './frames.ts';

// Above about a hundred events the snapshot is cheaper than catching up.
const RING = 100;

/** The events of one room on the air, with the newest ones kept for those who come back. */
export class RoomChannel {
  readonly topic: string;
  readonly #batcher: Batcher;
  /** Newest events in order; `since` is what a client holds that has seen everything before them. */
  #ring: StoredEvent[] = [];
  #since: number;
  #unsent: StoredEvent[] = [];
  #sent: number;

  /** `position`: of the room's last event so far. */
  constructor(topic: string, position: number, clock: Clock, broadcast: Broadcast) {
    this.topic = topic;
    this.#since = position;
    this.#sent = position;
    this.#batcher = new Batcher(
      clock,
      () => this.#cut(),
      (frame) => broadcast(topic, frame),
    );
  }

  get position(): number {
    return this.#ring.at(-1)?.position ?? this.#since;
  }

  add(event: StoredEvent): void {
    this.#unsent.push(event);
    this.#ring.push(event);
    if (this.#ring.length > RING) this.#since = this.#ring.shift()?.position ?? this.#since;
  }

  push(): void {
    if (this.#unsent.length > 0) this.#batcher.push();
  }

  flush(): void {
    this.#batcher.flush();
  }

  /** The frame that takes a client from one position to now; nothing where the gap is too wide. */
  since(after: number): Frame | 'up-to-date' | undefined {
    if (after === this.position) return 'up-to-date';
    if (after < this.#since || after > this.position) return undefined;
    const events = this.#ring.filter(({ position }) => position > after);
    return eventsFrame(
      this.topic,
      after,
      this.position,
      events.map(({ json }) => json),
    );
  }

  #cut(): Frame | undefined {
    const events = this.#unsent;
    const last = events.at(-1);
    if (last === undefined) return undefined;
    const prev = this.#sent;
    this.#unsent = [];
    this.#sent = last.position;
    return eventsFrame(
      this.topic,
      prev,
      last.position,
      events.map(({ json }) => json),
    );
  }
}

import type { Clock } from '../ports/clock.ts';
import { Batcher, type Broadcast } from './channel.ts';
import { rowsFrame, type Frame } from './frames.ts';
import { ListTopic } from './list-topic.ts';

/** A list topic on the air: rows are set as events are applied; listeners get changed and removed rows. */
export class ListChannel<R extends { readonly id: string }> {
  readonly topic: string;
  readonly list = new ListTopic<R>();
  readonly #batcher: Batcher;
  readonly #changed = new Set<string>();
  readonly #removed = new Set<string>();
  /** What listeners hold. */
  #sent = 0;

  constructor(topic: string, clock: Clock, broadcast: Broadcast) {
    this.topic = topic;
    this.#batcher = new Batcher(
      clock,
      () => this.#cut(),
      (frame) => broadcast(topic, frame),
    );
  }

  /** Before anybody listens: what has gathered is in the snapshots. */
  goLive(): void {
    this.#changed.clear();
    this.#removed.clear();
    this.#sent = this.list.position;
  }

  set(id: string, row: R | undefined, position: number): void {
    if (!this.list.set(id, row, position)) return;
    this.#changed.delete(id);
    this.#removed.delete(id);
    (row === undefined ? this.#removed : this.#changed).add(id);
  }

  touch(id: string, row: R): void {
    if (this.list.touch(id, row)) this.#changed.add(id);
  }

  /** Call once per applied batch. */
  push(): void {
    if (this.#changed.size > 0 || this.#removed.size > 0) this.#batcher.push();
  }

  /** Without rows, and listeners have been told so. */
  get isSpent(): boolean {
    return this.list.size === 0 && this.#changed.size === 0 && this.#removed.size === 0;
  }

  /** Brings listeners to the list's position: what a joiner is told must not reach it twice or not at all. */
  flush(): void {
    this.#batcher.flush();
  }

  #cut(): Frame | undefined {
    if (this.#changed.size === 0 && this.#removed.size === 0) return undefined;
    const prev = this.#sent;
    const changed = [...this.#changed].flatMap((id) => this.list.json(id) ?? []);
    const removed = [...this.#removed];
    this.goLive();
    return rowsFrame(this.topic, prev, this.#sent, changed, removed);
  }
}

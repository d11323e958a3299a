import type { Clock } from '../ports/clock.ts';
import type { Frame } from './frames.ts';

export const FRAME_MS = 16;

/** Sends to everybody who joined a topic. */
export type Broadcast = (topic: string, frame: Frame) => void;

/**
 * Leading-edge batching of one topic: the first change goes out at once, what follows within 16 ms goes out as one
 * frame. `cut` makes the frame from what has gathered, and answers nothing where there is nothing to send.
 */
export class Batcher {
  readonly #clock: Clock;
  readonly #cut: () => Frame | undefined;
  readonly #send: (frame: Frame) => void;
  #sentAt = -FRAME_MS;
  #scheduled: (() => void) | undefined;

  constructor(clock: Clock, cut: () => Frame | undefined, send: (frame: Frame) => void) {
    this.#clock = clock;
    this.#cut = cut;
    this.#send = send;
  }

  /** Something has gathered. */
  push(): void {
    if (this.#scheduled !== undefined) return;
    const wait = this.#sentAt + FRAME_MS - this.#clock.now();
    // A clock set back must not hold frames.
    if (wait <= 0 || wait > FRAME_MS) this.flush();
    else this.#scheduled = this.#clock.after(wait, () => this.flush());
  }

  flush(): void {
    this.#scheduled?.();
    this.#scheduled = undefined;
    const frame = this.#cut();
    if (frame === undefined) return;
    this.#send(frame);
    // After it: where thousands listen, sending takes long, and commands need their turn between two frames.
    this.#sentAt = this.#clock.now();
  }
}

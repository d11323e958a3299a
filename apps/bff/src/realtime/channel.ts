import type { Clock } from '../ports/clock.ts';
import type { Frame } from './frames.ts';

export const FRAME_MS = 16;

/** Sends to everybody who joined a topic. */
export type Broadcast = (topic: string, frame: Frame) => void;

/**
 * Leading-edge batching of one topic: the first change goes out at once, what follows within `everyMs` goes out as one
 * frame. `cut` makes the frame from what has gathered, and answers nothing where there is nothing to send.
 */
export class Batcher {
  readonly #clock: Clock;
  readonly #cut: () => Frame | undefined;
  readonly #send: (frame: Frame) => void;
  readonly #everyMs: number;
  #sentAt: number;
  #scheduled: (() => void) | undefined;

  constructor(clock: Clock, cut: () => Frame | undefined, send: (frame: Frame) => void, everyMs = FRAME_MS) {
    this.#clock = clock;
    this.#cut = cut;
    this.#send = send;
    this.#everyMs = everyMs;
    this.#sentAt = -everyMs;
  }

  /** Something has gathered. */
  push(): void {
    if (this.#scheduled !== undefined) return;
    const wait = this.#sentAt + this.#everyMs - this.#clock.now();
    // A clock set back must not hold frames.
    if (wait <= 0 || wait > this.#everyMs) this.flush();
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
  /** Nobody listens any longer: what has gathered is let go. */
  stop(): void {
    this.#scheduled?.();
    this.#scheduled = undefined;
  }
}

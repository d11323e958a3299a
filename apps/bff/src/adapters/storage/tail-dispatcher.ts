import { EventLogFault } from '../../ports/event-log.ts';
import type { Tail } from '../../ports/event-log.ts';
import type { StoredEvent } from '../../ports/stored-event.ts';

type Listener = (events: readonly StoredEvent[]) => void;
type Read = (afterPosition: number, limit: number) => Promise<readonly StoredEvent[]>;

type Follower = {
  readonly listener: Listener;
  /** Told up to here. */
  position: number;
  /** Gets new events as they come; before that it reads from storage at its own pace. */
  live: boolean;
  stopped: boolean;
  /** Position of the newest event when the tail began. */
  readonly target: number;
  readonly caughtUp: Promise<void>;
  readonly reachedTarget: () => void;
  readonly failed: (error: unknown) => void;
};

const CHUNK = 2_000;

/** Tells listeners of a log about its events: once each, in order, and never before the writer has its answer. */
export class TailDispatcher {
  readonly #read: Read;
  readonly #followers = new Set<Follower>();
  #fresh: StoredEvent[] = [];
  /** The newest position that live listeners know of. */
  #told: number;

  /** @param head position of the newest event already in the log */
  constructor(read: Read, head: number) {
    this.#read = read;
    this.#told = head;
  }

  /** To be called in the tick that resolves the append. */
  publish(events: readonly StoredEvent[]): void {
    if (events.length === 0) return;
    // A later macrotask: answers go out before fan-out begins.
    if (this.#fresh.length === 0) setImmediate(() => this.#tellLive());
    for (const event of events) this.#fresh.push(event);
  }

  follow(afterPosition: number, head: number, listener: Listener): Tail {
    let reachedTarget = () => {};
    let failed: (error: unknown) => void = () => {};
    const caughtUp = new Promise<void>((resolve, reject) => {
      reachedTarget = resolve;
      failed = reject;
    });
    const follower: Follower = {
      listener,
      position: afterPosition,
      live: false,
      stopped: false,
      target: head,
      caughtUp,
      reachedTarget,
      failed,
    };
    this.#followers.add(follower);
    void this.#catchUp(follower).catch((error: unknown) => {
      this.#followers.delete(follower);
      failed(error);
    });
    return { caughtUp, stop: () => this.#stop(follower, 'the tail was stopped') };
  }

  close(): void {
    for (const follower of this.#followers) this.#stop(follower, 'the log was closed');
  }

  #tellLive(): void {
    const fresh = this.#fresh;
    this.#fresh = [];
    this.#told = fresh.at(-1)?.position ?? this.#told;
    for (const follower of this.#followers) {
      if (follower.live) this.#tell(follower, fresh);
    }
  }

  async #catchUp(follower: Follower): Promise<void> {
    await Promise.resolve();
    let next: ReturnType<Read> | undefined;
    while (!follower.stopped && follower.position < this.#told) {
      const events = await (next ?? this.#read(follower.position, CHUNK));
      // The next chunk is read and verified while this one is being applied.
      next = events.length === CHUNK ? this.#readAhead(events) : undefined;
      this.#tell(
        follower,
        events.filter((event) => event.position <= this.#told),
      );
    }
    follower.live = true;
    if (follower.position >= follower.target) follower.reachedTarget();
  }

  #readAhead(events: readonly StoredEvent[]): ReturnType<Read> | undefined {
    const last = events.at(-1);
    if (last === undefined || last.position >= this.#told) return undefined;
    const next = this.#read(last.position, CHUNK);
    next.catch(() => {});
    return next;
  }

  #tell(follower: Follower, events: readonly StoredEvent[]): void {
    const [first] = events;
    const last = events.at(-1);
    if (follower.stopped || first === undefined || last === undefined || last.position <= follower.position) return;
    const unseen =
      first.position > follower.position ? events : events.filter((event) => event.position > follower.position);
    follower.position = last.position;
    try {
      follower.listener(unseen);
    } catch (error) {
      this.#stop(follower, 'its listener threw');
      // Not swallowed: what was folded from the log no longer is its fold, so the process must not go on.
      queueMicrotask(() => {
        throw error;
      });
    }
    if (follower.position >= follower.target) follower.reachedTarget();
  }

  #stop(follower: Follower, reason: string): void {
    follower.stopped = true;
    this.#followers.delete(follower);
    // Somebody chose to stop: no unhandled rejection for whoever does not wait.
    follower.caughtUp.catch(() => {});
    follower.failed(new EventLogFault('unavailable', reason));
  }
}

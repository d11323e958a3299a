import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Clock } from '../ports/clock.ts';

/** Who has any page open, in whatever room, and who had one until when. In memory alone, as the connections are. */
export class Connected {
  readonly #clock: Clock;
  readonly #pages = new Map<UserId, number>();
  readonly #leftAt = new Map<UserId, number>();
  #onCame: (userId: UserId) => void = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Told when somebody's first page connects. */
  onCame(listener: (userId: UserId) => void): void {
    this.#onCame = listener;
  }

  add(userId: UserId): void {
    const pages = this.#pages.get(userId) ?? 0;
    this.#pages.set(userId, pages + 1);
    if (pages === 0) this.#onCame(userId);
  }

  remove(userId: UserId): void {
    const left = (this.#pages.get(userId) ?? 0) - 1;
    if (left > 0) {
      this.#pages.set(userId, left);
      return;
    }
    this.#pages.delete(userId);
    this.#leftAt.set(userId, this.#clock.now());
  }

  isHere(userId: UserId): boolean {
    return this.#pages.has(userId);
  }

  /** UTC ms; nothing for whom this server never saw leave. */
  leftAt(userId: UserId): number | undefined {
    return this.#leftAt.get(userId);
  }
}

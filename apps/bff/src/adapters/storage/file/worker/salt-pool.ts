import { randomBytes } from 'node:crypto';

const SALT_BYTES = 16;
const POOL = 4_096;

/** Random salts of 32 hex digits, drawn in bulk: one system call for thousands of events. */
export class SaltPool {
  #hex = '';
  #used = 0;

  next(): string {
    if (this.#used === this.#hex.length) {
      this.#hex = randomBytes(SALT_BYTES * POOL).toString('hex');
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += SALT_BYTES * 2;
    return this.#hex.slice(start, this.#used);
  }
}

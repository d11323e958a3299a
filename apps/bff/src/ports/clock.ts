/** Time and timers, injected so that tests drive them. */
export interface Clock {
  /** UTC ms. */
  now(): number;
  /** Calls back once after `delayMs`; the answer cancels it. Never keeps the process alive. */
  after(delayMs: number, callback: () => void): () => void;
}

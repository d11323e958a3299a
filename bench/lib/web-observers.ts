/** What the page of a bench tells of itself; times are its `performance.now()`. See `in-page.js`. */
export type Observed = {
  readonly boardMs?: number;
  readonly lcpMs?: number;
  /** Of content that moved without somebody's doing. */
  shifts: number;
  readonly interactions: readonly { readonly id: number; readonly type: string; readonly ms: number }[];
  /** Of the last Enter that was pressed. */
  readonly enteredMs?: number;
  /** Resolves with the time at which a text was painted. */
  painted(text: string): Promise<number>;
  /** Of what is being looked for. */
  seen?: Promise<number>;
};

declare global {
  interface Window {
    bench: Observed;
  }
}

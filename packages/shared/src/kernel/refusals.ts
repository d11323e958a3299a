import { Refusal } from './errors.ts';

export const invalid = (path: string, message: string): Refusal =>
  new Refusal('invalid', message, { faults: [{ path, message }] });

// A browser's clock may run a little ahead of the server's.
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** @throws Refusal `invalid` for a time (UTC ms) that has not come yet. */
export const notInFuture = (path: string, at: number, now: number): void => {
  if (at > now + CLOCK_TOLERANCE_MS) throw invalid(path, 'This time lies in the future.');
};

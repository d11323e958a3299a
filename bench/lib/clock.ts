/** CLOCK_MONOTONIC in microseconds: the same clock in every process of this machine. */
export const nowUs = (): number => {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e6 + nanoseconds / 1e3;
};

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What clients look for in a frame; sixteen digits of microseconds follow. */
export const STAMP = 'T~';
export const STAMP_DIGITS = 16;

/** The moment of sending, to be carried in an event's text. */
export const stamp = (): string => STAMP + String(Math.floor(nowUs())).padStart(STAMP_DIGITS, '0');

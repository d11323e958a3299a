import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let arrive: () => void;
let watching: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  watching = false;
  class Observer {
    constructor(callback: () => void) {
      arrive = callback;
    }
    observe(): void {
      watching = true;
    }
    disconnect(): void {
      watching = false;
    }
  }
  vi.stubGlobal('PerformanceObserver', Observer);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const begun = async (): Promise<() => boolean> => {
  const { firstQuiet } = await import('./first-quiet.ts');
  let quiet = false;
  void firstQuiet().then(() => (quiet = true));
  return () => quiet;
};

test('what may be needed later waits while anything arrives, and is not held up by what arrives after', async () => {
  const isQuiet = await begun();
  await vi.advanceTimersByTimeAsync(250);
  arrive();
  await vi.advanceTimersByTimeAsync(250);
  expect(isQuiet()).toBe(false);
  await vi.advanceTimersByTimeAsync(50);
  expect(isQuiet()).toBe(true);
  expect(watching).toBe(false);
});

test('a network that is never quiet does not hold it up for ever', async () => {
  const isQuiet = await begun();
  for (let ms = 0; ms < 3_000; ms += 100) {
    expect(isQuiet()).toBe(false);
    arrive();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(isQuiet()).toBe(true);
});

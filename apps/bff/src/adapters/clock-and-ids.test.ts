import { describe, expect, it, vi } from 'vitest';
import { ManualClock } from './manual-clock.ts';
import { systemClock } from './system-clock.ts';
import { createIdGenerator } from './uuid-v7.ts';

describe('manual clock', () => {
  it('runs timers when they fall due, in order, also those set on the way', () => {
    const clock = new ManualClock(1_000);
    const order: string[] = [];
    clock.after(20, () => order.push(`b at ${clock.now()}`));
    clock.after(10, () => {
      order.push(`a at ${clock.now()}`);
      clock.after(5, () => order.push(`nested at ${clock.now()}`));
    });
    clock.after(20, () => order.push(`c at ${clock.now()}`));
    clock.after(30, () => order.push('late'));
    clock.advance(25);
    expect(order).toEqual(['a at 1010', 'nested at 1015', 'b at 1020', 'c at 1020']);
    expect(clock.now()).toBe(1_025);
  });

  it('forgets a cancelled timer', () => {
    const clock = new ManualClock();
    const late = vi.fn<() => void>();
    clock.after(1, late)();
    clock.advance(10);
    expect(late).not.toHaveBeenCalled();
  });
});

describe('system clock', () => {
  it('tells UTC ms, calls back once, and can be cancelled', async () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1_000);
    const cancelled = vi.fn<() => void>();
    systemClock.after(1, cancelled)();
    // The clock alone would not keep the test waiting.
    const keepAlive = setInterval(() => {}, 1_000);
    await new Promise<void>((resolve) => systemClock.after(5, resolve));
    clearInterval(keepAlive);
    expect(cancelled).not.toHaveBeenCalled();
  });

  it('waits for delays beyond the range of a timer', () => {
    vi.useFakeTimers();
    const called = vi.fn<() => void>();
    systemClock.after(2 ** 32, called);
    vi.advanceTimersByTime(2 ** 32 - 1);
    expect(called).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(called).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});

describe('UUIDv7', () => {
  it('has version, variant and the time', () => {
    const id = createIdGenerator(new ManualClock(0x0199_1234_5678)).id();
    expect(id).toMatch(/^01991234-5678-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('ascends within a millisecond, beyond its counter, and when the clock steps back', () => {
    let now = 1_000;
    const ids = createIdGenerator({ now: () => now });
    const made = Array.from({ length: 10_000 }, () => ids.id());
    now = 10;
    made.push(...Array.from({ length: 10 }, () => ids.id()));
    now = 5_000;
    made.push(ids.id());
    expect(made).toEqual(made.toSorted());
    expect(new Set(made).size).toBe(made.length);
  });

  it('makes secrets of 256 bits', () => {
    const ids = createIdGenerator(systemClock);
    expect(ids.secret()).toMatch(/^[\w-]{43}$/);
    expect(ids.secret()).not.toBe(ids.secret());
  });
});

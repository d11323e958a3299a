import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTipWatch, type ShownTip, type Tipped } from './tip-watch.ts';

const element = (tip: string): Tipped => ({ dataset: { tip } });

const setUp = () => {
  let shown: ShownTip<Tipped> | undefined;
  const watch = createTipWatch<Tipped>((tip) => {
    shown = tip;
  });
  return { watch, shown: () => shown?.label };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a tooltip', () => {
  it('[UI-16] comes where the pointer rests, and not where it passes', () => {
    const { watch, shown } = setUp();
    watch.point(element('one'));
    vi.advanceTimersByTime(400);
    watch.point(element('two'));
    vi.advanceTimersByTime(400);
    expect(shown()).toBeUndefined();
    vi.advanceTimersByTime(50);
    expect(shown()).toBe('two');
  });

  it('[UI-16] comes at once for whoever has just read another', () => {
    const { watch, shown } = setUp();
    watch.point(element('one'));
    vi.advanceTimersByTime(450);
    watch.point(element('two'));
    vi.advanceTimersByTime(0);
    expect(shown()).toBe('two');
  });

  it('[UI-16] stays while the pointer goes over to it, and goes when it leaves both', () => {
    const { watch, shown } = setUp();
    watch.point(element('one'));
    vi.advanceTimersByTime(450);
    watch.point(undefined);
    vi.advanceTimersByTime(100);
    watch.stay();
    vi.advanceTimersByTime(10_000);
    expect(shown()).toBe('one');
    watch.point(undefined);
    vi.advanceTimersByTime(120);
    expect(shown()).toBeUndefined();
  });

  it('[UI-16] comes at once with the focus, and says whether there was one to take away', () => {
    const { watch, shown } = setUp();
    watch.show(element('one'));
    expect(shown()).toBe('one');
    expect(watch.hide()).toBe(true);
    expect(watch.hide()).toBe(false);
    expect(shown()).toBeUndefined();
  });

  it('[UI-16] does not come where there is nothing to say', () => {
    const { watch, shown } = setUp();
    watch.show(element(''));
    expect(shown()).toBeUndefined();
  });
});

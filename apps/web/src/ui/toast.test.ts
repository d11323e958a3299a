import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dismissAllToasts, dismissToast, holdToasts, showToast, useToasts } from './toast.ts';

const titles = () => useToasts.getState().toasts.map(({ title }) => title);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  dismissAllToasts();
  vi.useRealTimers();
});

describe('a toast', () => {
  it('[UI-11] goes after five seconds, and after ten where something can be done', () => {
    showToast({ title: 'Saved' });
    showToast({ title: 'Severity changed', action: { label: 'Undo', run: () => {} } });
    vi.advanceTimersByTime(5_000);
    expect(titles()).toEqual(['Severity changed']);
    vi.advanceTimersByTime(5_000);
    expect(titles()).toEqual([]);
  });

  it('goes with all others, also where it was to stay', () => {
    showToast({ title: 'Could not be copied', lastsMs: Infinity });
    showToast({ title: 'Saved' });
    dismissAllToasts();
    expect(titles()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[UI-12] waits while it is pointed at, and then has the rest of its time', () => {
    showToast({ title: 'Saved' });
    vi.advanceTimersByTime(4_000);
    holdToasts(true);
    vi.advanceTimersByTime(60_000);
    expect(titles()).toEqual(['Saved']);
    holdToasts(false);
    vi.advanceTimersByTime(999);
    expect(titles()).toEqual(['Saved']);
    vi.advanceTimersByTime(1);
    expect(titles()).toEqual([]);
  });

  it('[UI-12] that comes while others wait, waits too', () => {
    showToast({ title: 'First' });
    holdToasts(true);
    showToast({ title: 'Second' });
    vi.advanceTimersByTime(60_000);
    expect(titles()).toEqual(['First', 'Second']);
  });

  it('[UI-12] after all were closed by hand nothing is held any more', () => {
    const id = showToast({ title: 'First' });
    holdToasts(true);
    dismissToast(id);
    showToast({ title: 'Second' });
    vi.advanceTimersByTime(5_000);
    expect(titles()).toEqual([]);
  });

  it('[UI-13] takes the place of the one with its id, and has all its time again', () => {
    showToast({ id: 'undo', title: 'Severity changed' });
    showToast({ title: 'Other' });
    vi.advanceTimersByTime(4_000);
    showToast({ id: 'undo', title: 'Undone' });
    expect(titles()).toEqual(['Undone', 'Other']);
    vi.advanceTimersByTime(4_000);
    expect(titles()).toEqual(['Undone']);
  });

  it('[UI-13] there are three at most: the oldest makes room', () => {
    for (const title of ['1', '2', '3', '4']) showToast({ title });
    expect(titles()).toEqual(['2', '3', '4']);
  });

  it('[UI-11] may stay until it is closed', () => {
    const id = showToast({ title: 'Conflict', lastsMs: Infinity });
    vi.advanceTimersByTime(3_600_000);
    expect(titles()).toEqual(['Conflict']);
    dismissToast(id);
    expect(titles()).toEqual([]);
  });
});

import type { KeyboardEvent } from 'react';

const ROWS = 'li[data-task]';
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** Arrows move from row to row; Enter acknowledges what waits for that, and else opens what can be done. */
export const onTaskKey = (event: KeyboardEvent<HTMLElement>): void => {
  const { currentTarget, key, target } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (target.matches('input, textarea, select')) return;
  const row = target.closest<HTMLElement>(ROWS);
  const step = STEPS[key];
  if (row !== null && step !== undefined) {
    const rows = [...currentTarget.querySelectorAll<HTMLElement>(ROWS)];
    rows[Math.min(Math.max(rows.indexOf(row) + step, 0), rows.length - 1)]?.focus();
    event.preventDefault();
  } else if (key === 'Enter' && target === row) {
    row.querySelector<HTMLElement>('[data-acknowledge], [aria-haspopup="menu"]')?.click();
    event.preventDefault();
  }
};

export const firstTaskIn = (panel: HTMLElement | null): HTMLElement | null =>
  panel?.querySelector<HTMLElement>(ROWS) ?? null;

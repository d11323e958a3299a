import type { KeyboardEvent } from 'react';

const ROWS = 'li[data-hypothesis]';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** Arrows move from row to row, Enter opens what can be done with the row that has the focus. */
export const onRowKey = (event: KeyboardEvent<HTMLElement>): void => {
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
    row.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
    event.preventDefault();
  }
};

/** The first row there is; nothing where there is none. */
export const firstRowIn = (panel: HTMLElement | null): HTMLElement | null =>
  panel?.querySelector<HTMLElement>(ROWS) ?? null;

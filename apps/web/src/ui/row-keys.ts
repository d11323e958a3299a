import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

export type RowKeys = {
  /** Arrows move from row to row; Enter presses the first of what the row that has the focus can do. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** The first row there is; nothing where there is none. */
  readonly firstIn: (list: HTMLElement | null) => HTMLElement | null;
};

/** Of a list whose rows take the focus; `rows` and `presses` are selectors. */
export const rowKeys = (rows: string, presses: string): RowKeys => ({
  firstIn: (list) => list?.querySelector<HTMLElement>(rows) ?? null,
  onKeyDown: (event) => {
    const { currentTarget, key, target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (target.matches('input, textarea, select')) return;
    const row = target.closest<HTMLElement>(rows);
    const step = STEPS[key];
    if (row !== null && step !== undefined) {
      const all = [...currentTarget.querySelectorAll<HTMLElement>(rows)];
      all[Math.min(Math.max(all.indexOf(row) + step, 0), all.length - 1)]?.focus();
      event.preventDefault();
    } else if (key === 'Enter' && target === row) {
      row.querySelector<HTMLElement>(presses)?.click();
      event.preventDefault();
    }
  },
});

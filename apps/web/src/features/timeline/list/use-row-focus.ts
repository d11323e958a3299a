import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../../ui/keys.ts';
import type { EntryRows } from './use-virtual-rows.ts';

type Options = {
  readonly rows: EntryRows;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly list: RefObject<HTMLOListElement | null>;
  /** Entries in view. */
  readonly ends: { readonly first: string | undefined; readonly last: string | undefined };
  readonly jumpTo: (key: string, align: 'auto') => boolean;
  readonly hold: (key: string) => void;
};

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null;

/** Moves from entry to entry by keys. The row that has the focus is held, so that nothing but its reader takes it away. */
export const useRowFocus = ({ rows, scroller, list, ends, jumpTo, hold }: Options): void => {
  const current = useRef<string>(undefined);
  const ids = useMemo(() => rows.flatMap((row) => (row.kind === 'entry' ? [row.key] : [])), [rows]);

  const focusRow = useCallback(
    (key: string): void => {
      current.current = key;
      // It may be far away: drawn first, then focused, then brought into view.
      flushSync(() => hold(key));
      const row = [...(list.current?.children ?? [])].find(
        (child): child is HTMLElement => child instanceof HTMLElement && child.dataset['entry'] === key,
      );
      row?.focus({ preventScroll: true });
      jumpTo(key, 'auto');
    },
    [hold, list, jumpTo],
  );

  const move = (step: 1 | -1): void => {
    const { first, last } = ends;
    const focused = rowOf(document.activeElement)?.dataset['entry'];
    const at = focused === undefined ? -1 : ids.indexOf(focused);
    // From outside of the list one comes in where one was before, or at what is in view.
    const start = step === 1 ? first : last;
    const next = at === -1 ? (current.current ?? start) : ids[Math.min(Math.max(at + step, 0), ids.length - 1)];
    if (next !== undefined && ids.includes(next)) focusRow(next);
    else if (start !== undefined) focusRow(start);
  };
  const t = useTranslations('keyboard');
  useKeys([
    { id: 'next', run: () => move(1) },
    { id: 'previous', run: () => move(-1) },
    { id: 'open', label: t('entryActions') },
  ]);

  useEffect(() => {
    const box = scroller.current;
    const onFocus = ({ target }: FocusEvent): void => {
      const key = rowOf(target)?.dataset['entry'];
      if (key === undefined) return;
      current.current = key;
      hold(key);
    };
    const onKey = (event: KeyboardEvent): void => {
      const row = rowOf(event.target);
      if (event.key !== 'Enter' || row === null || event.target !== row) return;
      event.preventDefault();
      row.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.click();
    };
    box?.addEventListener('focusin', onFocus);
    box?.addEventListener('keydown', onKey);
    return () => {
      box?.removeEventListener('focusin', onFocus);
      box?.removeEventListener('keydown', onKey);
    };
  }, [scroller, hold]);
};

/** What Home and End do, other than in a field: the browser would only go to where rows were thought to be. */
export const useEndKeys = (
  scroller: RefObject<HTMLElement | null>,
  does: { readonly Home: () => void; readonly End: () => void },
): void => {
  const { Home, End } = does;
  useEffect(() => {
    const box = scroller.current;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.matches('input, textarea, select')) return;
      const run = { Home, End }[event.key];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    box?.addEventListener('keydown', onKey);
    return () => box?.removeEventListener('keydown', onKey);
  }, [scroller, Home, End]);
};

/** The row that has or last had the focus, and those that ask for it, such as one that is being edited. */
export const useHeld = () => {
  const [focused, setFocused] = useState<string>();
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set());
  const held = useMemo(() => new Set(focused === undefined ? asked : [...asked, focused]), [asked, focused]);
  const holdWhile = useCallback((key: string, wanted: boolean): void => {
    setAsked((before) => {
      if (before.has(key) === wanted) return before;
      return wanted ? new Set([...before, key]) : new Set([...before].filter((one) => one !== key));
    });
  }, []);
  return { held, hold: setFocused, holdWhile };
};

import { useEffect, useState, type RefObject } from 'react';
import { somethingIsOpen } from '../../ui/layers.ts';

const LINKS = 'a[data-board-row]';

/** The row in which Tab stops, and the keys that move through the rows. */
export const useRowKeys = (
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
): { stop: string | undefined; move: (step: number) => void } => {
  const [last, setLast] = useState<string>();
  const stop = last !== undefined && ids.includes(last) ? last : ids[0];

  const links = (): readonly HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(LINKS) ?? [])];
  const focusedRow = (): number =>
    links().findIndex((link) => link.closest('li')?.contains(document.activeElement) === true);

  const move = (step: number): void => {
    const all = links();
    const at = focusedRow();
    const next = at === -1 ? ids.indexOf(stop ?? '') : Math.min(Math.max(at + step, 0), all.length - 1);
    all[next]?.focus();
  };

  // Arrows scroll the page, unless whoever presses them is in the list or nowhere.
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
      if (step === undefined || event.defaultPrevented) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { target } = event;
      const isInside = target instanceof Node && list.current?.contains(target) === true;
      const isNowhere = target === document.body || (target instanceof HTMLElement && target.id === 'main');
      if (!isInside && !(isNowhere && Number.isFinite(step))) return;
      if (somethingIsOpen()) return;
      event.preventDefault();
      move(step);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  useEffect(() => {
    const { current } = list;
    const onFocus = ({ target }: FocusEvent): void => {
      const id = target instanceof HTMLElement ? target.closest('li')?.dataset['row'] : undefined;
      if (id !== undefined) setLast(id);
    };
    current?.addEventListener('focusin', onFocus);
    return () => current?.removeEventListener('focusin', onFocus);
  }, [list]);

  return { stop, move };
};

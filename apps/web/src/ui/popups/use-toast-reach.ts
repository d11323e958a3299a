import { useCallback, useEffect, useRef } from 'react';
import { dismissToast, holdToasts } from '../toast.ts';

const NEWEST = '[data-toast]:last-child button';

/** F6 and Escape, and that nothing goes while somebody is at it. Answers how to close one. */
export const useToastReach = (list: HTMLElement | null): ((id: string) => void) => {
  const cameFrom = useRef<HTMLElement>(null);
  const leave = useCallback(() => {
    cameFrom.current?.focus();
    cameFrom.current = null;
  }, []);
  const close = useCallback(
    (id: string) => {
      const inside = list?.contains(document.activeElement) === true;
      dismissToast(id);
      if (inside) leave();
    },
    [list, leave],
  );

  useEffect(() => {
    if (list === null) return undefined;
    const has = (node: EventTarget | null): boolean => node instanceof Node && list.contains(node);
    const hold = (pointed: boolean): void => holdToasts(pointed || document.hidden || has(document.activeElement));
    const stop = new AbortController();
    const { signal } = stop;

    list.addEventListener('pointerenter', () => hold(true), { signal });
    list.addEventListener('pointerleave', () => hold(false), { signal });
    document.addEventListener('visibilitychange', () => hold(false), { signal });
    list.addEventListener('focusout', ({ relatedTarget }) => holdToasts(has(relatedTarget)), { signal });
    const remember = ({ relatedTarget }: FocusEvent): void => {
      holdToasts(true);
      if (relatedTarget instanceof HTMLElement && !has(relatedTarget)) cameFrom.current = relatedTarget;
    };
    list.addEventListener('focusin', remember, { signal });

    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      if (event.key === 'Escape' && has(event.target)) {
        const id = (event.target as Element).closest<HTMLElement>('[data-toast]')?.dataset['toast'];
        if (id !== undefined) close(id);
      } else if (event.key === 'F6') {
        if (has(document.activeElement)) leave();
        else list.querySelector<HTMLElement>(NEWEST)?.focus();
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey, { signal, capture: true });
    hold(false);
    return () => {
      stop.abort();
      holdToasts(false);
    };
  }, [list, leave, close]);
  return close;
};

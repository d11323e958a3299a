import { useRef, useState, type RefObject } from 'react';

type FocusBack<E extends HTMLElement> = { readonly within: RefObject<E | null>; readonly focusBack: () => void };

/** For what comes up in place and goes again: what had the focus before gets it back, unless it is elsewhere by then. */
export const useFocusBack = <E extends HTMLElement>(): FocusBack<E> => {
  const within = useRef<E>(null);
  const [before] = useState(() => document.activeElement);
  const focusBack = (): void => {
    if (within.current?.contains(document.activeElement) !== true) return;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  return { within, focusBack };
};

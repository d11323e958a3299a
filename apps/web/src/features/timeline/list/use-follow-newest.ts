import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { EntryRows } from './use-virtual-rows.ts';

type Options = {
  readonly rows: EntryRows;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly isAtNewest: () => boolean;
  readonly toNewest: () => void;
  readonly forgetSizes: (width: number) => void;
};

/** Stays with the newest while the reader is there, also when the box grows or shrinks; else moves nothing. */
export const useFollowNewest = ({ rows, scroller, isAtNewest, toNewest, forgetSizes }: Options) => {
  const follows = useRef(true);
  const [atNewest, setAtNewest] = useState(true);
  const noteScroll = useCallback((): void => {
    follows.current = isAtNewest();
    setAtNewest(follows.current);
  }, [isAtNewest]);
  const follow = useCallback((): void => {
    follows.current = true;
    setAtNewest(true);
    toNewest();
  }, [toNewest]);
  const stay = useCallback((): void => {
    follows.current = false;
    setAtNewest(false);
  }, []);

  useLayoutEffect(() => {
    if (follows.current) toNewest();
  }, [rows, toNewest]);

  // The box grows and shrinks with the composer, the keyboard of a phone and the window.
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    let width: number | undefined;
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? box.clientWidth);
      if (now !== width) forgetSizes(now);
      width = now;
      if (follows.current) toNewest();
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller, toNewest, forgetSizes]);

  return { atNewest, noteScroll, follow, stay };
};

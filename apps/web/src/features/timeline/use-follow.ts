import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const NEAR_END_PX = 48;

type Follow = {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** Entries that came while the reader was elsewhere. */
  readonly missed: number;
  readonly toEnd: () => void;
};

/**
 * Follows the end only while the reader is there; otherwise counts, and moves nothing under their eyes. `own`: the
 * newest entry is the reader's, just written: then they want to see it.
 */
export const useFollow = (length: number, firstId: string | undefined, own: boolean): Follow => {
  const ref = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const last = useRef({ length, firstId, height: 0, top: 0 });
  const [missed, setMissed] = useState(0);

  const toEnd = useCallback(() => {
    const box = ref.current;
    if (box !== null) box.scrollTop = box.scrollHeight;
    atEnd.current = true;
    setMissed(0);
  }, []);

  const onScroll = useCallback(() => {
    const box = ref.current;
    if (box === null) return;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PX;
    last.current.top = box.scrollTop;
    last.current.height = box.scrollHeight;
    if (atEnd.current) setMissed(0);
  }, []);

  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const before = last.current;
    const more = length - before.length;
    const olderLoaded = more > 0 && firstId !== before.firstId && before.firstId !== undefined;
    if (atEnd.current || (own && more > 0)) toEnd();
    else if (olderLoaded) {
      // Browsers hold the row that is read, except at the very top.
      if (before.top === 0) box.scrollTop = box.scrollHeight - before.height;
    } else if (more > 0) setMissed((count) => count + more);
    last.current = { length, firstId, height: box.scrollHeight, top: box.scrollTop };
  }, [length, firstId, own, toEnd]);

  // The box grows and shrinks with the composer, the keyboard of a phone, and fonts that arrive.
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    if (box.firstElementChild !== null) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return { ref, onScroll, missed, toEnd };
};

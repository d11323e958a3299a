import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { RoomEntry } from '../../../live/live-client.ts';
import type { Row } from '../arrange.ts';
import { estimatedHeight } from './estimate.ts';
import { readRow } from './read-row.ts';

export type EntryRows = readonly Row<RoomEntry>[];

/** As near to an end counts as there. */
const NEAR_PX = 48;
const OVERSCAN = 8;
const SEPARATOR_PX = 32;
const FOOT_PX = 8;
const USUAL_WIDTH_PX = 720;
/** Below the day that stays in view, and what else lies over the first pixels. */
const COVERED_PX = 36;

type Options = {
  readonly rows: EntryRows;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly newestFirst: boolean;
  /** Height of the first row, which holds what stands before the entries. */
  readonly headPx: number;
  /** Rows that stay mounted wherever the reader scrolls: one has the focus, another is being edited. */
  readonly held: ReadonlySet<string>;
};

let arranged = 0;

/**
 * The rows in and near the view. The library keeps the read row in place where the number of rows or those at the ends
 * change; the first row gets a new key with every change, so that it does so always.
 */
export const useVirtualRows = ({ rows, scroller, newestFirst, headPx, held }: Options) => {
  const keys = useMemo(() => [`head:${(arranged += 1)}`, ...rows.map(({ key }) => key)], [rows]);
  const places = useRef({ keys, newestFirst });
  places.current = { keys, newestFirst };

  // As measured when it last changed: asking anew would lay out the page each time.
  const width = useRef(USUAL_WIDTH_PX);

  const getItemKey = useCallback((index: number) => keys[index] ?? '', [keys]);
  const estimateSize = (index: number): number => {
    const row = rows[index - 1];
    if (row === undefined) return headPx;
    return row.kind === 'entry' ? estimateOf(row.entry, width.current) : SEPARATOR_PX;
  };
  const rangeExtractor = useCallback(
    (range: Range) => {
      const near = defaultRangeExtractor(range);
      if (held.size === 0) return near;
      const all = new Set(near);
      for (const key of held) if (keys.includes(key)) all.add(keys.indexOf(key));
      return [...all].toSorted((a, b) => a - b);
    },
    [held, keys],
  );
  // It is handed to nothing that is memorised.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: keys.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize,
    rangeExtractor,
    overscan: OVERSCAN,
    // The first rows that are drawn are those that will be seen.
    initialOffset: () => (newestFirst ? 0 : keys.reduce((sum, _key, index) => sum + estimateSize(index), 0)),
    anchorTo: 'end',
    scrollEndThreshold: newestFirst ? -1 : NEAR_PX,
    scrollPaddingStart: COVERED_PX,
    paddingEnd: FOOT_PX,
    directDomUpdates: true,
    directDomUpdatesMode: 'position',
  });

  const [findNearest] = useState(() => virtualizer.getVirtualItemForOffset);
  useLayoutEffect(() => {
    // The library asks this alone, and alone for which row to keep in place.
    virtualizer.getVirtualItemForOffset = (offset) => {
      const { keys: next, newestFirst: fromTop } = places.current;
      // There the newest is to come into view: nothing is kept.
      if (fromTop && offset < NEAR_PX) return virtualizer.measurementsCache[0];
      return readRow(virtualizer.measurementsCache, findNearest(offset)?.index ?? 0, (key) => next.includes(key));
    };
  }, [virtualizer, findNearest]);

  const isAtNewest = useCallback(() => {
    const box = scroller.current;
    if (box === null) return true;
    return (newestFirst ? box.scrollTop : box.scrollHeight - box.scrollTop - box.clientHeight) < NEAR_PX;
  }, [scroller, newestFirst]);
  const toNewest = useCallback(() => {
    if (newestFirst) virtualizer.scrollToOffset(0);
    else virtualizer.scrollToEnd();
  }, [virtualizer, newestFirst]);
  const jumpTo = useCallback(
    (key: string, align: 'center' | 'start' | 'auto' = 'center'): boolean => {
      const index = places.current.keys.indexOf(key);
      if (index === -1) return false;
      virtualizer.scrollToIndex(index, { align });
      return true;
    },
    [virtualizer],
  );
  /** At another width rows have other heights: what is out of view is estimated anew. */
  const forgetSizes = useCallback(
    (now: number) => {
      width.current = now;
      for (const key of virtualizer.itemSizeCache.keys()) {
        if (!virtualizer.elementsCache.has(key)) virtualizer.itemSizeCache.delete(key);
      }
    },
    [virtualizer],
  );
  return { virtualizer, isAtNewest, toNewest, jumpTo, forgetSizes };
};

const estimates = new WeakMap<RoomEntry, { readonly width: number; readonly px: number }>();

/** Asked of every row that was never drawn, each time that one is added. */
const estimateOf = (entry: RoomEntry, width: number): number => {
  const known = estimates.get(entry);
  if (known?.width === width) return known.px;
  const px = estimatedHeight(entry, width);
  estimates.set(entry, { width, px });
  return px;
};

import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { OlderEntries } from '../../../live/react.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { useHighlights } from '../filter/use-highlights.ts';
import type { Matches } from '../filter/use-matches.ts';
import { useMe } from '../../../widgets/me.ts';
import type { RoomRef } from '../components/entry-menu.tsx';
import { EntryRow } from '../components/entry-row.tsx';
import type { Arrivals } from './arrivals.ts';
import { HoldProvider } from './hold-row.ts';
import { DayName, EntrySlot, Separator } from './list-row.tsx';
import { ListHead } from './list-head.tsx';
import { Pills } from './pills.tsx';
import { useFollowNewest } from './use-follow-newest.ts';
import { useInView } from './use-in-view.ts';
import { useJumps } from './use-jumps.ts';
import { useEndKeys, useHeld, useRowFocus } from './use-row-focus.ts';
import { useVirtualRows, type EntryRows } from './use-virtual-rows.ts';

export type ListProps = {
  readonly rows: EntryRows;
  readonly room: RoomRef;
  readonly older: OlderEntries;
  readonly newestFirst: boolean;
  readonly arrivals: Arrivals & { readonly see: (ids: readonly string[]) => void };
  /** The entry that the address points at, if it is loaded. */
  readonly target: string | undefined;
  readonly asked: number;
  readonly matches: Matches;
  /** What is searched for, as it is compared. */
  readonly needle: string;
  /** Whose text somebody else is changing just now, by entry. */
  readonly editing: ReadonlyMap<string, string>;
  /** Entries in view, while the page is. */
  readonly onSeen: (version: number) => void;
};

const HEAD_PX = 48;
const NARROW_HEAD_PX = 8;
/** Earlier ones are on their way before the reader gets to the end of what is loaded. */
const AHEAD_ROWS = 20;

/** Ten thousand entries, of which as many are drawn as can be seen. */
export const EntryList = (props: ListProps) => {
  const { rows, room, older, newestFirst, arrivals, target, asked, matches, needle, editing } = props;
  const t = useTranslations('timeline');
  const reader = `user/${useMe().id}`;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const { held, hold, holdWhile } = useHeld();
  const headPx = newestFirst ? NARROW_HEAD_PX : HEAD_PX;
  const { virtualizer, isAtNewest, toNewest, jumpTo, forgetSizes } = useVirtualRows({
    rows,
    scroller,
    newestFirst,
    headPx,
    held,
  });
  const { atNewest, noteScroll, follow, stay } = useFollowNewest({ rows, scroller, isAtNewest, toNewest, forgetSizes });
  const jump = useCallback(
    (key: string): boolean => {
      stay();
      return jumpTo(key);
    },
    [stay, jumpTo],
  );
  const view = useInView({ rows, range: virtualizer.range, arrivals, onSeen: props.onSeen });
  useJumps({ rows, own: arrivals.own, target, asked, matches, jump, follow, newestFirst });
  useHighlights(list, needle);
  const toOldest = useCallback(() => {
    if (newestFirst) virtualizer.scrollToEnd();
    else virtualizer.scrollToOffset(0);
  }, [virtualizer, newestFirst]);
  // By when they left: the next return has its own.
  const [visited, setVisited] = useState<number>();
  if (view.sinceLeft?.inView === true && visited !== view.sinceLeft.at) setVisited(view.sinceLeft.at);
  const toSince = useCallback((): void => {
    if (!jump('since')) follow();
  }, [jump, follow]);
  useKeys([{ id: 'jump-to-unread', run: toSince }]);
  useRowFocus({ rows, scroller, list, ends: view.ends, jumpTo, hold });
  useEndKeys(scroller, newestFirst ? { Home: follow, End: toOldest } : { Home: toOldest, End: follow });

  const items = virtualizer.getVirtualItems();
  const oldestDrawn = newestFirst ? rows.length - (items.at(-1)?.index ?? 0) : (items[0]?.index ?? AHEAD_ROWS);
  // Who is at the newest has not asked for more, unless there is room for it.
  const isAsked = !atNewest || virtualizer.getTotalSize() < (virtualizer.scrollRect?.height ?? 0);
  const wantsOlder = older.hasOlder && !older.loading && items.length > 0 && oldestDrawn < AHEAD_ROWS && isAsked;
  const { load } = older;
  useLayoutEffect(() => {
    if (wantsOlder) void load();
  }, [wantsOlder, load]);

  const containerRef = useCallback(
    (element: HTMLOListElement | null) => {
      list.current = element;
      virtualizer.containerRef(element);
    },
    [virtualizer],
  );
  return (
    <>
      <div
        ref={scroller}
        role="log"
        aria-label={t('log')}
        // Read out as a digest instead: one entry at a time would never end in a storm.
        aria-live="off"
        // A scrolling region has to be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={noteScroll}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <StickyDay at={view.day} />
        <HoldProvider value={holdWhile}>
          <ol ref={containerRef} className="relative">
            <ListHead older={older} px={headPx} newestFirst={newestFirst} />
            {items.map((item): ReactNode => {
              const row = rows[item.index - 1];
              if (row === undefined) return null;
              if (row.kind !== 'entry') {
                return <Separator key={row.key} row={row} item={item} measure={virtualizer.measureElement} />;
              }
              const { key, entry } = row;
              return (
                <EntrySlot key={key} id={key} item={item} of={rows.length} measure={virtualizer.measureElement}>
                  <EntryRow
                    entry={entry}
                    room={room}
                    targeted={key === target}
                    fresh={arrivals.fresh.has(key)}
                    unseen={entry.by !== reader && arrivals.unseen.has(key)}
                    found={matches.keys.has(key) ? (key === matches.at ? 'here' : 'yes') : 'no'}
                    editing={editing.get(key)}
                  />
                </EntrySlot>
              );
            })}
          </ol>
        </HoldProvider>
      </div>
      <Pills
        since={visited === view.sinceLeft?.at ? undefined : view.sinceLeft}
        above={view.addedAbove}
        below={atNewest ? 0 : view.newBeyond}
        newestFirst={newestFirst}
        onAbove={jump}
        onNewest={follow}
        onSince={toSince}
      />
    </>
  );
};

/** The day of the first entry in view: the separator that it stands under is further up. */
const StickyDay = ({ at }: { at: number | undefined }) =>
  at === undefined ? null : (
    <div aria-hidden="true" className="pointer-events-none sticky top-0 z-1 h-0">
      <div className="flex h-8 items-center border-b border-border bg-bg px-3 text-meta text-text-2">
        <DayName at={at} />
      </div>
    </div>
  );

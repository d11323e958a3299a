import type { BoardRow } from '@sitrep/shared/board/board-row';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { BoardList } from './board-list.tsx';
import { BoardNews } from './board-news.tsx';
import { useArrangement } from './use-arrangement.ts';

type Props = {
  /** In the order of the board. */
  rows: readonly BoardRow[];
  /** What the reader asked to see; another one is answered at once. */
  choice: string;
  /** Above everything; `held`: somebody is at the list, so that nothing here may grow or shrink. */
  renderAbove: (held: boolean) => ReactNode;
  /** At the start of the line above the list. */
  verdict: ReactNode;
  /** At its end. */
  actions: ReactNode;
  /** In place of the list. */
  children: ReactNode;
};

const linksIn = (region: HTMLElement | null): readonly HTMLElement[] => [
  ...(region?.querySelectorAll<HTMLElement>('a[data-board-row]') ?? []),
];

const rowOf = (link: Element | null | undefined): HTMLElement | null =>
  link?.closest<HTMLElement>('li[data-row]') ?? null;

/** The list that waits while somebody is at it, and above it what it holds back. */
export const LiveBoardList = ({ rows, choice, renderAbove, verdict, actions, children }: Props) => {
  const { slots, waiting, reordered, held, apply, handlers } = useArrangement(rows, choice);
  const region = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState<{ readonly id: string | undefined; readonly index: number }>();
  const applyOrder = (): void => {
    const row = rowOf(document.activeElement);
    const index = linksIn(region.current).findIndex((link) => rowOf(link) === row);
    setFocused(row === null ? undefined : { id: row.dataset['row'], index });
    apply();
  };
  // A row that left the board, or went below, was unmounted with the focus in it: it goes on there, or in its place.
  useEffect(() => {
    if (focused === undefined) return;
    if (document.activeElement !== document.body) return;
    const links = linksIn(region.current);
    const same = links.find((link) => rowOf(link)?.dataset['row'] === focused.id);
    (same ?? links[Math.min(focused.index, links.length - 1)])?.focus();
  }, [focused]);
  return (
    <section ref={region} {...handlers}>
      {renderAbove(held)}
      <div className="flex min-h-9 items-center gap-x-3 px-4 pb-1 pointer-coarse:min-h-12">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 sm:shrink-0">{verdict}</div>
        <div className="flex min-w-0 flex-1 max-sm:pointer-events-none max-sm:fixed max-sm:inset-x-0 max-sm:bottom-24 max-sm:z-10 max-sm:justify-center max-sm:px-4 max-sm:*:pointer-events-auto">
          <BoardNews waiting={waiting} reordered={reordered} onApply={applyOrder} />
        </div>
        <div className="flex shrink-0 items-center gap-1">{actions}</div>
      </div>
      {slots.length > 0 ? <BoardList slots={slots} /> : children}
    </section>
  );
};

import { useEffect, useMemo, useRef } from 'react';
import type { RoomEntry } from '../../../live/live-client.ts';
import { isBackdated } from '../arrange.ts';
import type { Arrivals } from './arrivals.ts';
import type { AddedAbove, SinceLeft } from './pills.tsx';
import type { EntryRows } from './use-virtual-rows.ts';

type Options = {
  readonly rows: EntryRows;
  /** As the list counts: its first row stands before the rows. */
  readonly range: { readonly startIndex: number; readonly endIndex: number } | null;
  readonly arrivals: Arrivals & { readonly see: (ids: readonly string[]) => void };
  readonly onSeen: (version: number) => void;
};

const LOOK_MS = 1_000;

/** What the reader has before their eyes, and what is new beyond it. */
export const useInView = ({ rows, range, arrivals, onSeen }: Options) => {
  const { unseen, see } = arrivals;
  const first = Math.max(0, (range?.startIndex ?? 1) - 1);
  const last = Math.max(0, (range?.endIndex ?? 1) - 1);
  const beyond = useMemo(() => beyondView(rows, unseen, first, last), [rows, unseen, first, last]);
  const inView = useMemo(
    () => rows.slice(first, last + 1).flatMap((row) => (row.kind === 'entry' ? [row.entry] : [])),
    [rows, first, last],
  );
  useSeen(inView, see, onSeen);
  return {
    ...beyond,
    day: dayAt(rows, first),
    sinceLeft: sinceLeft(rows, first, last),
    ends: { first: inView[0]?.id, last: inView.at(-1)?.id },
  };
};

/** What is in view twice in a row is seen; what is shown while nobody can look is not. */
const useSeen = (
  inView: readonly RoomEntry[],
  see: (ids: readonly string[]) => void,
  onSeen: (version: number) => void,
) => {
  const latest = useRef(inView);
  useEffect(() => {
    latest.current = inView;
  });
  useEffect(() => {
    let before = new Set<string>();
    const timer = setInterval(() => {
      const shown = document.hidden ? [] : latest.current.filter(({ delivery }) => delivery === undefined);
      const seen = shown.filter(({ id }) => before.has(id));
      before = new Set(shown.map(({ id }) => id));
      if (seen.length === 0) return;
      see(seen.map(({ id }) => id));
      onSeen(Math.max(...seen.map(({ version }) => version)));
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [see, onSeen]);
};

const beyondView = (
  rows: EntryRows,
  unseen: ReadonlySet<string>,
  first: number,
  last: number,
): { readonly newBeyond: number; readonly addedAbove: AddedAbove | undefined } => {
  let newBeyond = 0;
  let addedAbove: AddedAbove | undefined;
  if (unseen.size === 0) return { newBeyond, addedAbove };
  rows.forEach((row, index) => {
    if (row.kind !== 'entry' || !unseen.has(row.key) || (index >= first && index <= last)) return;
    if (!isBackdated(row.entry)) newBeyond += 1;
    else addedAbove = { count: (addedAbove?.count ?? 0) + 1, key: row.key, at: row.entry.happenedAt };
  });
  return { newBeyond, addedAbove };
};

/** Where the divider of what came since the reader left is, and how many entries stand behind it. */
const sinceLeft = (rows: EntryRows, first: number, last: number): SinceLeft | undefined => {
  const divider = rows.findIndex(({ kind }) => kind === 'since');
  if (divider === -1) return undefined;
  const row = rows[divider];
  const { at, reader } = row?.kind === 'since' ? row : { at: 0, reader: '' };
  const count = rows.slice(divider).filter((after) => after.kind === 'entry' && after.entry.by !== reader).length;
  return { at, inView: divider >= first && divider <= last, above: divider < first, count };
};

/** Of a row that stands below its separator; the separator itself says it already. */
const dayAt = (rows: EntryRows, index: number): number | undefined => {
  if (rows[index]?.kind === 'day') return undefined;
  for (let before = index; before >= 0; before -= 1) {
    const row = rows[before];
    if (row?.kind === 'day') return row.at;
  }
  return undefined;
};

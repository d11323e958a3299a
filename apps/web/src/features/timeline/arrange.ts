export type Row<Entry> =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'gap'; readonly key: string; readonly ms: number }
  | { readonly kind: 'since'; readonly key: string; readonly at: number; readonly reader: string }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry };

type Dated = {
  readonly id: string;
  readonly happenedAt: number;
  readonly recordedAt: number;
  readonly version: number;
  readonly by: string;
};

/** How far the reader had read when they left, and when that was: what others recorded later is news to them. */
export type ReadUpTo = { readonly version: number; readonly at: number; readonly reader: string };

export type Arrangement = {
  readonly sort: 'happened' | 'recorded';
  readonly newestFirst: boolean;
  readonly since?: ReadUpTo | undefined;
};

/** So long without an entry is said, because the eye takes neighbours for neighbours in time. */
const GAP_MS = 60 * 60_000;

export const timeOf = (entry: Dated, sort: Arrangement['sort']): number =>
  sort === 'happened' ? entry.happenedAt : entry.recordedAt;

/** The entries as rows, with what stands between them. `dayOf` knows the reader's zone. */
export const arrange = <Entry extends Dated>(
  entries: readonly Entry[],
  arrangement: Arrangement,
  dayOf: (at: number) => string,
): readonly Row<Entry>[] => {
  const { sort, newestFirst, since } = arrangement;
  const ordered = inOrder(entries, sort);
  if (newestFirst) ordered.reverse();
  const left = since === undefined ? undefined : dividerOf(ordered, since, arrangement);
  const rows: Row<Entry>[] = [];
  let day: string | undefined;
  let before: number | undefined;
  for (const entry of ordered) {
    const at = timeOf(entry, sort);
    const itsDay = dayOf(at);
    // By the entry that it stands before: nothing else is called the same once older ones of that day are loaded.
    if (itsDay !== day) rows.push({ kind: 'day', key: `day:${entry.id}`, at });
    else if (before !== undefined && Math.abs(at - before) >= GAP_MS) {
      rows.push({ kind: 'gap', key: `gap:${entry.id}`, ms: Math.abs(at - before) });
    }
    day = itsDay;
    before = at;
    if (entry === left && since !== undefined) rows.push({ kind: 'since', key: 'since', ...leftBy(since) });
    rows.push({ kind: 'entry', key: entry.id, entry });
  }
  return rows;
};

const leftBy = ({ at, reader }: ReadUpTo) => ({ at, reader });

const inOrder = <Entry extends Dated>(entries: readonly Entry[], sort: Arrangement['sort']): Entry[] =>
  entries.toSorted(sort === 'happened' ? byHappened : byRecorded);

const byHappened = (a: Dated, b: Dated): number => a.happenedAt - b.happenedAt || a.version - b.version;
const byRecorded = (a: Dated, b: Dated): number => a.version - b.version;

/** The entry that the divider stands before. What was added to the time before has its own mark. */
const dividerOf = <Entry extends Dated>(
  ordered: readonly Entry[],
  { version, reader }: ReadUpTo,
  { sort, newestFirst }: Arrangement,
): Entry | undefined => {
  const isNews = (entry: Dated): boolean =>
    entry.version > version && entry.by !== reader && (sort === 'recorded' || !isBackdated(entry));
  if (!newestFirst) {
    const first = ordered.findIndex(isNews);
    // With nothing above it, it would divide nothing.
    return first <= 0 ? undefined : ordered[first];
  }
  const last = ordered.findLastIndex(isNews);
  return last === -1 ? undefined : ordered[last + 1];
};

const NOTEWORTHY_MS = 60_000;

/** Written down so much later (or dated so much ahead) that the reader has to know. */
export const isBackdated = ({ happenedAt, recordedAt }: { happenedAt: number; recordedAt: number }): boolean =>
  Math.abs(recordedAt - happenedAt) > NOTEWORTHY_MS;

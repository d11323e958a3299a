export type Row<Entry> =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: Entry };

type Dated = { readonly id: string; readonly happenedAt: number; readonly version: number };

/** In the order in which things happened, with a row where a day begins. `dayOf` knows the reader's zone. */
export const arrange = <Entry extends Dated>(
  entries: readonly Entry[],
  dayOf: (at: number) => string,
): readonly Row<Entry>[] => {
  const rows: Row<Entry>[] = [];
  let day: string | undefined;
  for (const entry of entries.toSorted(byHappened)) {
    const itsDay = dayOf(entry.happenedAt);
    if (itsDay !== day) rows.push({ kind: 'day', key: itsDay, at: entry.happenedAt });
    day = itsDay;
    rows.push({ kind: 'entry', key: entry.id, entry });
  }
  return rows;
};

const byHappened = (a: Dated, b: Dated): number => a.happenedAt - b.happenedAt || a.version - b.version;

const NOTEWORTHY_MS = 60_000;

/** Written down so much later (or dated so much ahead) that the reader has to know. */
export const isBackdated = ({ happenedAt, recordedAt }: { happenedAt: number; recordedAt: number }): boolean =>
  Math.abs(recordedAt - happenedAt) > NOTEWORTHY_MS;

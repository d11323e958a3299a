import type { RoomEntry } from '../../../live/live-client.ts';

/** The bar that stands where nothing may move goes after five steps; the tint itself fades within one. */
export const STEP_MS = 2_000;
const FRESH_STEPS = 5;
const MOST_UNSEEN = 2_000;

export type Arrivals = {
  readonly entries: readonly RoomEntry[];
  /** The newest version that the server had given. */
  readonly version: number;
  /** Of others, just come or just changed, with the steps until that is over. */
  readonly fresh: ReadonlyMap<string, number>;
  /** Not written here, come while the page was open and not in view since. */
  readonly unseen: ReadonlySet<string>;
  /** Written here, newest last. */
  readonly own: ReadonlySet<string>;
};

export const firstArrivals = (entries: readonly RoomEntry[], readerRef: string): Arrivals => ({
  entries,
  version: newestVersion(entries),
  fresh: new Map(),
  unseen: new Set(),
  own: new Set(entries.filter(({ by, delivery }) => by === readerRef && delivery !== undefined).map(({ id }) => id)),
});

const newestVersion = (entries: readonly RoomEntry[]): number =>
  entries.findLast(({ delivery }) => delivery === undefined)?.version ?? 0;

/** What is new in `entries`. Older pages are not: they have lower versions than what was there. */
export const withArrivals = (former: Arrivals, entries: readonly RoomEntry[], readerRef: string): Arrivals => {
  if (former.entries === entries) return former;
  const come: string[] = [];
  const own: string[] = [];
  const elsewhere: string[] = [];
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry === undefined || (entry.delivery === undefined && entry.version <= former.version)) break;
    if (entry.by !== readerRef) come.unshift(entry.id);
    else if (former.own.has(entry.id)) continue;
    else (entry.delivery === undefined ? elsewhere : own).unshift(entry.id);
  }
  const changed = changedByOthers(former.entries, entries, readerRef);
  return {
    entries,
    version: Math.max(former.version, newestVersion(entries)),
    fresh:
      come.length + changed.length === 0
        ? former.fresh
        : new Map([...former.fresh, ...[...come, ...changed].map((id) => [id, FRESH_STEPS] as const)]),
    unseen:
      come.length + elsewhere.length === 0
        ? former.unseen
        : new Set([...former.unseen, ...come, ...elsewhere].slice(-MOST_UNSEEN)),
    own: own.length === 0 ? former.own : new Set([...former.own, ...own]),
  };
};

/** Texts that others edited or took back. */
const changedByOthers = (
  before: readonly RoomEntry[],
  after: readonly RoomEntry[],
  readerRef: string,
): readonly string[] => {
  // With an older page before them, places differ; what is tinted is no more than a courtesy.
  if (before[0]?.id !== after[0]?.id) return [];
  const changed: string[] = [];
  for (let index = 0; index < before.length; index += 1) {
    const [was, is] = [before[index], after[index]];
    if (was === is || was?.id !== is?.id || was?.origin !== 'written' || is?.origin !== 'written') continue;
    if (was.delivery !== undefined || is.delivery !== undefined) continue;
    const edited = was.revision !== is.revision && is.editedBy !== readerRef;
    const retracted = was.retracted === undefined && is.retracted !== undefined && is.retracted.by !== readerRef;
    if (edited || retracted) changed.push(is.id);
  }
  return changed;
};

export const withSeen = (arrivals: Arrivals, ids: readonly string[]): Arrivals => {
  const seen = ids.filter((id) => arrivals.unseen.has(id));
  if (seen.length === 0) return arrivals;
  const unseen = new Set(arrivals.unseen);
  for (const id of seen) unseen.delete(id);
  return { ...arrivals, unseen };
};

export const oneStepOn = (arrivals: Arrivals): Arrivals => ({
  ...arrivals,
  fresh: new Map([...arrivals.fresh].filter(([, steps]) => steps > 1).map(([id, steps]) => [id, steps - 1])),
});

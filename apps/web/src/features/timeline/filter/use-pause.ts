import { useCallback, useMemo, useState } from 'react';
import type { RoomEntry } from '../../../live/live-client.ts';
import { useTellPaused } from '../../../widgets/held-view.ts';

type Frozen = { readonly version: number; readonly byId: ReadonlyMap<string, RoomEntry> };

export type Pause = {
  readonly shown: readonly RoomEntry[];
  readonly paused: boolean;
  /** Entries that came since. */
  readonly waiting: number;
  readonly toggle: () => void;
};

/** Holds back what others write until the reader goes on. Their own entries and earlier pages come all the same. */
export const usePause = (entries: readonly RoomEntry[], readerRef: string): Pause => {
  const [frozen, setFrozen] = useState<Frozen>();
  const shown = useMemo(
    () => (frozen === undefined ? entries : heldBack(entries, frozen, readerRef)),
    [entries, frozen, readerRef],
  );
  const toggle = useCallback(
    () => setFrozen((before) => (before === undefined ? freeze(entries) : undefined)),
    [entries],
  );
  useTellPaused(frozen !== undefined);
  return { shown, paused: frozen !== undefined, waiting: entries.length - shown.length, toggle };
};

export const freeze = (entries: readonly RoomEntry[]): Frozen => ({
  version: entries.findLast(({ delivery }) => delivery === undefined)?.version ?? 0,
  byId: new Map(entries.map((entry) => [entry.id, entry])),
});

export const heldBack = (
  entries: readonly RoomEntry[],
  { version, byId }: Frozen,
  readerRef: string,
): readonly RoomEntry[] =>
  entries.flatMap((entry) => {
    if (entry.by === readerRef) return [entry];
    return entry.version > version ? [] : [byId.get(entry.id) ?? entry];
  });

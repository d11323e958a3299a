import { useCallback, useMemo, useState } from 'react';
import type { EntryRows } from '../list/use-virtual-rows.ts';
import type { Found } from './find.ts';

export type Matches = {
  readonly keys: ReadonlySet<string>;
  readonly count: number;
  /** Where the reader is among them, counted from the top of the list; 0 while they are nowhere. */
  readonly place: number;
  readonly at: string | undefined;
  /** How often they asked to go somewhere: the same match again is a wish too. */
  readonly asked: number;
  readonly older: () => void;
  readonly newer: () => void;
};

type At = { readonly needle: string; readonly key: string; readonly asked: number };

/** From match to match, beginning with the newest and going back in time. */
export const useMatches = (rows: EntryRows, { needle, ids }: Found, newestFirst: boolean): Matches => {
  const [at, setAt] = useState<At>();
  const keys = useMemo(() => new Set(ids), [ids]);
  const ordered = useMemo(() => {
    if (keys.size === 0) return [];
    const inRows = rows.flatMap((row) => (row.kind === 'entry' && keys.has(row.key) ? [row.key] : []));
    return newestFirst ? inRows : inRows.toReversed();
  }, [rows, keys, newestFirst]);
  const asked = at?.asked ?? 0;
  const [newest] = ordered;
  // Already while somebody types: what is found is shown.
  if (newest !== undefined && at?.needle !== needle) setAt({ needle, key: newest, asked: asked + 1 });
  const present = at?.needle === needle ? ordered.indexOf(at.key) : -1;
  const go = useCallback(
    (step: 1 | -1): void => {
      const key = ordered.at((present + step) % ordered.length);
      if (key !== undefined) setAt({ needle, key, asked: asked + 1 });
    },
    [ordered, present, needle, asked],
  );
  return {
    keys,
    count: ordered.length,
    place: present === -1 ? 0 : newestFirst ? present + 1 : ordered.length - present,
    at: present === -1 ? undefined : at?.key,
    asked,
    older: useCallback(() => go(1), [go]),
    newer: useCallback(() => go(-1), [go]),
  };
};

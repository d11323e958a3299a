import { useEffect, useMemo, useState } from 'react';
import { useActorNames } from '../../../widgets/person.tsx';
import type { RoomEntry } from '../../../live/live-client.ts';
import { usePhrase } from '../use-phrase.ts';
import { createFinder, folded, NOTHING, type Found } from './find.ts';

const SLICE_MS = 8;

/** The texts as people read them, with the names of who wrote. */
const useSearchText = (): ((entry: RoomEntry) => string) => {
  const phrase = usePhrase();
  const actor = useActorNames();
  return useMemo(
    () =>
      onceForEach((entry) =>
        folded(entry.origin === 'recorded' ? phrase(entry) : `${actor(entry.by)}\n${writtenText(entry)}`),
      ),
    [phrase, actor],
  );
};

const onceForEach = (textOf: (entry: RoomEntry) => string): ((entry: RoomEntry) => string) => {
  const known = new WeakMap<RoomEntry, string>();
  return (entry) => {
    const before = known.get(entry);
    if (before !== undefined) return before;
    const text = textOf(entry);
    known.set(entry, text);
    return text;
  };
};

const writtenText = (entry: Extract<RoomEntry, { origin: 'written' }>): string =>
  entry.retracted === undefined
    ? [entry.text, ...(entry.attachments ?? []).map(({ name }) => name)].join('\n')
    : (entry.retracted.reason ?? '');

/** Which entries have the text in them; in slices, so that typing goes on. */
export const useFind = (entries: readonly RoomEntry[], query: string): Found => {
  const textOf = useSearchText();
  const needle = folded(query.trim());
  const [found, setFound] = useState<Found>(NOTHING);
  useEffect(() => {
    if (needle === '') return undefined;
    const finder = createFinder(entries, needle, textOf);
    let timer: ReturnType<typeof setTimeout>;
    const slice = (): void => {
      const until = performance.now() + SLICE_MS;
      const now = finder.goOn(() => performance.now() > until);
      setFound((before) => (isNews(before, now) ? now : before));
      if (now.done < entries.length) timer = setTimeout(slice);
    };
    timer = setTimeout(slice);
    return () => clearTimeout(timer);
  }, [entries, needle, textOf]);
  return needle === '' ? NOTHING : found.needle === needle ? found : { needle, ids: [], done: 0 };
};

/** What was found before stands until as much is searched again. */
const isNews = (before: Found, now: Found): boolean =>
  before.needle !== now.needle ||
  now.done > before.done ||
  (now.done === before.done && (now.ids.length !== before.ids.length || now.ids.at(-1) !== before.ids.at(-1)));

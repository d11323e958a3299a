import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import type { OlderEntries } from '../../../live/react.tsx';
import { usePast } from '../../../widgets/past.ts';
import { askToCatchUp, useMarkRead, useVisit } from '../../../widgets/read-marker.ts';
import { arrange } from '../arrange.ts';
import { countFilters, filterEntries } from '../filter/entry-groups.ts';
import { FilterOutcome } from '../filter/filter-outcome.tsx';
import { useTimelineSearch } from '../filter/timeline-search.ts';
import { Toolbar } from '../filter/toolbar.tsx';
import { useCast } from '../filter/use-cast.ts';
import { useEverything } from '../filter/use-everything.ts';
import { useFind } from '../filter/use-find.ts';
import { useMatches } from '../filter/use-matches.ts';
import { usePause } from '../filter/use-pause.ts';
import { useQuery } from '../filter/use-query.ts';
import '../filter/filter.css';
import { CatchUp } from '../catch-up/catch-up.tsx';
import { Announcer } from '../list/announcer.tsx';
import { createDayOf } from '../list/day-of.ts';
import { LiveEntryList, PastEntryList } from '../list/live-entry-list.tsx';
import { useArrivals } from '../list/use-arrivals.ts';
import { useTarget } from '../use-target.ts';
import type { RoomRef } from './entry-menu.tsx';

type Props = {
  room: RoomRef;
  entries: readonly RoomEntry[];
  ready: boolean;
  older: OlderEntries;
  /** Who reads: what they have just written is followed. */
  readerRef: `user/${string}`;
};

const ignore = (): void => undefined;

/** Newest at the bottom, as in a chat, unless the reader wants it otherwise. */
export const TimelineView = ({ room, entries, ready, older, readerRef }: Props) => {
  const t = useTranslations('timeline');
  const live = usePast() === undefined;
  const [search, change] = useTimelineSearch();
  const pause = usePause(entries, readerRef);
  const arrivals = useArrivals(pause.shown, readerRef, ready && live);
  const target = useTarget(pause.shown, ready, older);
  const { own } = arrivals;
  const shown = useMemo(
    () => filterEntries(pause.shown, search, (id) => id === target.id || own.has(id)),
    [pause.shown, search, target.id, own],
  );
  const since = useVisit(room.id)?.since;
  const markRead = useMarkRead(room.id);
  const sort = search.sort ?? 'happened';
  const newestFirst = search.newest === 'first';
  const rows = useMemo(
    () =>
      arrange(
        shown,
        { sort, newestFirst, since: since === undefined ? undefined : { ...since, reader: readerRef } },
        createDayOf(),
      ),
    [shown, sort, newestFirst, since, readerRef],
  );

  const putIntoAddress = useCallback((find: string | undefined) => change({ find }), [change]);
  const [query, setQuery] = useQuery(search.find ?? '', putIntoAddress);
  const found = useFind(shown, useDeferredValue(query));
  const matches = useMatches(rows, found, newestFirst);
  const searching = query.trim() !== '' || countFilters(search) > 0;
  const incomplete = useEverything(ready && searching, older, entries.length);
  const cast = useCast(entries);
  const List = live ? LiveEntryList : PastEntryList;
  const box = useRef<HTMLInputElement>(null);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Toolbar
        box={box}
        search={search}
        change={change}
        cast={cast}
        query={query}
        onQuery={setQuery}
        matches={matches}
        pause={pause}
        live={live}
        onWhatChanged={live ? () => askToCatchUp(room.id) : undefined}
      />
      <div className="relative flex min-h-0 flex-1 flex-col">
        {live ? (
          <CatchUp
            incidentId={room.id}
            wrote={ready ? entries.some(({ by }) => by === readerRef) : undefined}
            newestFirst={newestFirst}
          />
        ) : null}
        {target.missing ? <p className="px-4 py-2 text-text-2">{t('notFound')}</p> : null}
        {searching ? (
          <FilterOutcome
            incomplete={incomplete}
            searched={query.trim() === '' ? entries.length : found.done}
            loaded={entries.length}
            total={older.total}
            empty={ready && rows.length === 0 && entries.length > 0}
            change={change}
          />
        ) : null}
        {ready && entries.length === 0 ? <p className="px-4 py-6 text-text-2">{t('empty')}</p> : null}
        {rows.length === 0 ? (
          <div className="flex-1" />
        ) : (
          <List
            key={`${sort} ${String(newestFirst)}`}
            rows={rows}
            room={room}
            older={older}
            newestFirst={newestFirst}
            arrivals={arrivals}
            target={target.id}
            asked={target.asked}
            matches={matches}
            needle={found.needle}
            onSeen={live ? markRead : ignore}
          />
        )}
      </div>
      <Announcer entries={pause.shown} ready={ready && live} reader={readerRef} />
    </div>
  );
};

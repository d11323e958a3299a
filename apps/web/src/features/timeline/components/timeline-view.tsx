import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import type { OlderEntries } from '../../../live/react.tsx';
import { arrange } from '../arrange.ts';
import { createDayOf } from '../list/day-of.ts';
import { EntryList } from '../list/entry-list.tsx';
import { useArrivals } from '../list/use-arrivals.ts';
import { useTarget } from '../use-target.ts';
import { EntriesDigest } from './entries-digest.tsx';
import type { RoomRef } from './entry-menu.tsx';

type Props = {
  room: RoomRef;
  entries: readonly RoomEntry[];
  ready: boolean;
  older: OlderEntries;
  /** Who reads: what they have just written is followed. */
  readerRef: string;
};

const NONE: ReadonlySet<string> = new Set();
const NOBODY: ReadonlyMap<string, string> = new Map();

/** Newest at the bottom, as in a chat. */
export const TimelineView = ({ room, entries, ready, older, readerRef }: Props) => {
  const t = useTranslations('timeline');
  const arrivals = useArrivals(entries, readerRef, ready);
  const target = useTarget(entries, ready, older);
  const sort = 'happened';
  const newestFirst = false;
  const rows = useMemo(() => arrange(entries, { sort, newestFirst }, createDayOf()), [entries, sort, newestFirst]);
  const onSeen = useCallback(() => undefined, []);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {target.missing ? <p className="px-4 py-2 text-text-2">{t('notFound')}</p> : null}
      {ready && entries.length === 0 ? <p className="px-4 py-6 text-text-2">{t('empty')}</p> : null}
      {rows.length === 0 ? null : (
        <EntryList
          key={`${sort} ${String(newestFirst)}`}
          rows={rows}
          room={room}
          older={older}
          newestFirst={newestFirst}
          arrivals={arrivals}
          target={target.id}
          asked={target.asked}
          found={NONE}
          at={undefined}
          editing={NOBODY}
          onSeen={onSeen}
        />
      )}
      <EntriesDigest count={entries.length} own={entries.at(-1)?.delivery !== undefined} />
    </div>
  );
};

import { ArrowDown } from 'lucide-react';
import { useMemo } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import { Button } from '../../../ui/button.tsx';
import { localDay } from '../../../widgets/time-format.ts';
import { arrange } from '../arrange.ts';
import { useFollow } from '../use-follow.ts';
import { useTarget } from '../use-target.ts';
import { EntriesDigest } from './entries-digest.tsx';
import type { RoomRef } from './entry-menu.tsx';
import { EntryRow } from './entry-row.tsx';

type Props = {
  room: RoomRef;
  entries: readonly RoomEntry[];
  ready: boolean;
  older: { readonly hasOlder: boolean; readonly loading: boolean; readonly load: () => Promise<void> };
  /** Who reads: what they have just written is followed. */
  readerRef: string;
};

/** Newest at the bottom, as in a chat. */
export const TimelineView = ({ room, entries, ready, older, readerRef }: Props) => {
  const t = useTranslations('timeline');
  const rows = useMemo(() => arrange(entries, localDay), [entries]);
  const ids = useMemo(() => entries.map(({ id }) => id), [entries]);
  const newest = entries.at(-1);
  const own = newest?.by === readerRef && newest.delivery !== undefined;
  const { ref, onScroll, missed, toEnd } = useFollow(entries.length, ids[0], own);
  const target = useTarget(ids, ready, older);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={ref}
        role="log"
        aria-label={t('log')}
        // Read out as a digest instead: one entry at a time would never end in a storm.
        aria-live="off"
        // A scrolling region has to be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={onScroll}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain py-2"
      >
        <div>
          <Beginning older={older} />
          {target.missing ? <p className="px-4 py-2 text-text-2">{t('notFound')}</p> : null}
          {ready && entries.length === 0 ? <p className="px-4 py-6 text-text-2">{t('empty')}</p> : null}
          <ol>
            {rows.map((row) =>
              row.kind === 'day' ? (
                <DaySeparator key={row.key} at={row.at} />
              ) : (
                <EntryRow key={row.key} entry={row.entry} room={room} targeted={row.entry.id === target.id} />
              ),
            )}
          </ol>
        </div>
      </div>
      {missed > 0 ? (
        <Button
          variant="primary"
          className="absolute bottom-3 left-1/2 -translate-x-1/2 !rounded-full shadow-popup"
          icon={<ArrowDown size={14} aria-hidden />}
          onClick={toEnd}
        >
          {t('newBelow', { count: missed })}
        </Button>
      ) : null}
      <EntriesDigest count={entries.length} own={own} />
    </div>
  );
};

const Beginning = ({ older }: { older: Props['older'] }) => {
  const t = useTranslations('timeline');
  if (!older.hasOlder) return null;
  return (
    <div className="grid justify-items-center pb-2">
      <Button busy={older.loading} onClick={() => void older.load()}>
        {older.loading ? t('loadingEarlier') : t('loadEarlier')}
      </Button>
    </div>
  );
};

const DaySeparator = ({ at }: { at: number }) => {
  const format = useFormatter();
  const day = format.dateTime(new Date(at), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return (
    <li className="flex items-center gap-3 px-3 py-2 text-meta font-medium text-text-2">
      <time dateTime={localDay(at)}>{day}</time>
      <span aria-hidden="true" className="h-px flex-1 bg-border" />
    </li>
  );
};

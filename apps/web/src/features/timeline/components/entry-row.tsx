import { Pin } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import { classNames } from '../../../ui/class-names.ts';
import { localClock } from '../../../widgets/time-format.ts';
import { Clock } from '../../../widgets/times.tsx';
import { isBackdated } from '../arrange.ts';
import { usePhrase } from '../use-phrase.ts';
import { EntryIcon } from './entry-icon.tsx';
import { EntryMenu, type RoomRef } from './entry-menu.tsx';
import { FoldedText } from './folded-text.tsx';
import { WrittenEntryBody } from './written-entry-body.tsx';

type Recorded = Extract<RoomEntry, { origin: 'recorded' }>;
type Written = Extract<RoomEntry, { origin: 'written' }>;
type RowProps<Entry = RoomEntry> = { entry: Entry; room: RoomRef; targeted: boolean };

/** An entry keeps its identity while it stays the same: one event renders one row. */
export const EntryRow = memo(({ entry, room, targeted }: RowProps) =>
  entry.origin === 'written' ? (
    <WrittenRow entry={entry} room={room} targeted={targeted} />
  ) : (
    <RecordedRow entry={entry} room={room} targeted={targeted} />
  ),
);
EntryRow.displayName = 'EntryRow';

const RecordedRow = ({ entry, room, targeted }: RowProps<Recorded>) => {
  const said = usePhrase()(entry);
  return (
    <Frame entry={entry} targeted={targeted}>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1 pt-0.5">
          <FoldedText text={said} className="text-text-2">
            {said}
          </FoldedText>
        </div>
        <Marks entry={entry} />
        <EntryMenu entry={entry} room={room} text={said} />
      </div>
    </Frame>
  );
};

const WrittenRow = ({ entry, room, targeted }: RowProps<Written>) => (
  <Frame entry={entry} targeted={targeted}>
    <WrittenEntryBody entry={entry} room={room} marks={<Marks entry={entry} />} />
  </Frame>
);

const Frame = ({ entry, targeted, children }: { entry: RoomEntry; targeted: boolean; children: ReactNode }) => (
  <li
    id={`entry-${entry.id}`}
    className={classNames(
      'group grid grid-cols-[4rem_1.25rem_1fr] gap-x-1.5 border-l-2 px-3 py-1.5 max-sm:grid-cols-[3rem_1fr] hover:bg-raised/60',
      targeted ? 'tinted border-accent bg-accent-bg' : entry.pinned ? 'border-text-2' : 'border-transparent',
    )}
  >
    <span className="pt-0.5 text-dense text-text-2">
      <span className="max-sm:hidden">
        <Clock at={entry.happenedAt} />
      </span>
      <span className="sm:hidden">
        <Clock at={entry.happenedAt} seconds={false} />
      </span>
    </span>
    <span className="max-sm:hidden">
      <EntryIcon entry={entry} />
    </span>
    <div className="min-w-0">{children}</div>
  </li>
);

const Marks = ({ entry }: { entry: RoomEntry }) => {
  const t = useTranslations('timeline');
  return (
    <>
      {isBackdated(entry) ? (
        <span
          className="figures text-meta text-text-2 italic"
          title={t('backdated', {
            happened: localClock(entry.happenedAt, true),
            recorded: localClock(entry.recordedAt, true),
          })}
        >
          {t('recorded', { time: localClock(entry.recordedAt) })}
        </span>
      ) : null}
      {entry.pinned ? (
        <span title={t('pinned')}>
          <Pin size={14} aria-hidden className="fill-current" />
          <span className="sr-only">{t('pinned')}</span>
        </span>
      ) : null}
    </>
  );
};

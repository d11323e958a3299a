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
import { HandoverEntry } from './handover-entry.tsx';
import { LinkedText } from './linked-text.tsx';
import { WrittenEntryBody } from './written-entry-body.tsx';

type Recorded = Extract<RoomEntry, { origin: 'recorded' }>;
type Written = Extract<RoomEntry, { origin: 'written' }>;

type Marked = {
  /** The address points at it. */
  targeted: boolean;
  /** Somebody else has just written or changed it. */
  fresh: boolean;
  /** It came while the page was open and was not in view since. */
  unseen: boolean;
  /** By the search: `here` is where the reader is among what was found. */
  found: 'no' | 'yes' | 'here';
  /** Who is changing its text just now. */
  editing: string | undefined;
};
type RowProps<Entry = RoomEntry> = Marked & { entry: Entry; room: RoomRef };

/** An entry keeps its identity while it stays the same: one event renders one row. */
export const EntryRow = memo(({ entry, ...rest }: RowProps) =>
  entry.origin === 'written' ? <WrittenRow entry={entry} {...rest} /> : <RecordedRow entry={entry} {...rest} />,
);
EntryRow.displayName = 'EntryRow';

const RecordedRow = ({ entry, room, ...marked }: RowProps<Recorded>) => {
  const said = usePhrase()(entry);
  return (
    <Frame entry={entry} {...marked}>
      <div className="flex items-start gap-2">
        <div dir="auto" className="min-w-0 flex-1 pt-0.5">
          <FoldedText text={said} className="text-text-2">
            <LinkedText text={said} own={room.key} />
          </FoldedText>
          {entry.fact.type === 'situation.handover-recorded' ? <HandoverEntry card={entry.fact.data.card} /> : null}
        </div>
        <Marks entry={entry} />
        <EntryMenu entry={entry} room={room} text={said} />
      </div>
    </Frame>
  );
};

const WrittenRow = ({ entry, room, ...marked }: RowProps<Written>) => (
  <Frame entry={entry} {...marked}>
    <WrittenEntryBody entry={entry} room={room} marks={<Marks entry={entry} />} />
  </Frame>
);

const Frame = ({ entry, children, ...marked }: Marked & { entry: RoomEntry; children: ReactNode }) => {
  const t = useTranslations('timelineView');
  return (
    <div
      data-found={marked.found === 'no' ? undefined : marked.found}
      className={classNames(
        'relative grid grid-cols-[4rem_1.25rem_1fr] gap-x-1.5 border-l-2 px-3 py-1.5 max-sm:grid-cols-[3rem_1fr] hover:bg-raised/60',
        look(marked, entry.pinned, standsOut(entry)),
      )}
    >
      {marked.unseen ? (
        <span
          data-new
          className="absolute top-3.5 left-0.5 size-1.5 rounded-full bg-accent forced-colors:bg-[Highlight]"
        >
          <span className="sr-only">{t('new')}</span>
        </span>
      ) : null}
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
      <div className="min-w-0">
        {children}
        {marked.editing === undefined ? null : (
          <p className="text-meta text-text-2 italic">{t('editing', { name: marked.editing })}</p>
        )}
      </div>
    </div>
  );
};

/** One mark at a time, the nearest to what the reader is doing. */
const look = ({ targeted, fresh, found }: Marked, pinned: boolean, alarming: boolean): string => {
  if (found === 'here') return 'border-accent bg-accent-bg';
  if (targeted) return 'tinted border-accent bg-accent-bg';
  if (fresh)
    return classNames('tinted', pinned ? 'border-text-2' : 'border-transparent', 'motion-reduce:border-accent');
  if (alarming) return 'border-sev2-fg bg-sev2-bg';
  return pinned ? 'border-text-2' : 'border-transparent';
};

/** Nobody must overlook a change that nobody approved. */
const standsOut = (entry: RoomEntry): boolean =>
  entry.origin === 'recorded' && entry.fact.type === 'mitigation.recorded-uncoordinated';

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

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import { Panel } from '../../../ui/panel.tsx';
import { DeliveryMark } from '../../../widgets/delivery-mark.tsx';
import { useSpeakers } from '../../../widgets/person.tsx';
import { Ago, Clock } from '../../../widgets/times.tsx';

const SHOWN = 4;

type Written = Extract<RoomEntry, { origin: 'written' }>;

const changesOf = (entries: readonly RoomEntry[]): readonly Written[] =>
  entries
    .filter(
      (entry): entry is Written =>
        entry.origin === 'written' && entry.kind === 'change' && entry.retracted === undefined,
    )
    .toSorted((a, b) => b.happenedAt - a.happenedAt)
    .slice(0, SHOWN);

/** The first thing to look at: what was deployed or switched, newest first. */
export const RecentChanges = ({ entries, partly }: { entries: readonly RoomEntry[]; partly: boolean }) => {
  const t = useTranslations('incident.now');
  const speaker = useSpeakers();
  const changes = useMemo(() => changesOf(entries), [entries]);
  return (
    <Panel title={t('changes')}>
      {changes.length === 0 ? <p className="text-text-2">{t(partly ? 'notLately' : 'noChanges')}</p> : null}
      <ol className="grid gap-2">
        {changes.map((entry) => (
          <li key={entry.id} className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2">
            <Clock at={entry.happenedAt} seconds={false} className="text-dense text-text-2" />
            <span className="min-w-0">
              <a href={`#entry-${entry.id}`} className="line-clamp-2 hover:underline">
                {entry.text}
              </a>
              <span className="flex flex-wrap items-center gap-x-2 text-meta text-text-2">
                <span className="min-w-0 truncate">
                  {speaker(entry)}, <Ago at={entry.happenedAt} />
                </span>
                <DeliveryMark entry={entry} />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
};

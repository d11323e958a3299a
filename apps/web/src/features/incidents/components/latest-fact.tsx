import { useTranslations } from 'use-intl';
import { Badge } from '../../../ui/badge.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tint, useFreshness } from '../../../widgets/change-mark.tsx';
import type { RoomEntry } from '../../../live/live-client.ts';
import { useSpeakers } from '../../../widgets/person.tsx';
import { DeliveryMark } from '../../../widgets/delivery-mark.tsx';
import { Ago } from '../../../widgets/times.tsx';

type WrittenFact = Extract<RoomEntry, { origin: 'written' }>;

type Props = {
  /** Under which it is remembered what was seen. */
  id: string;
  entry: WrittenFact;
};

/** The newest entry of a kind, as what is true now; leads to where it stands. */
export const LatestFact = ({ id, entry }: Props) => {
  const words = useTranslations('words');
  const speaker = useSpeakers();
  const { isFresh, at, see } = useFreshness(id, { at: entry.recordedAt, by: entry.by });
  const { confidence } = entry;
  return (
    <div className="relative isolate" onPointerLeave={see}>
      {isFresh && at !== undefined ? <Tint at={at} /> : null}
      <a href={`#entry-${entry.id}`} className="line-clamp-5 break-words whitespace-pre-wrap hover:underline">
        {entry.text}
      </a>
      <p className="flex flex-wrap items-center gap-x-2 text-meta text-text-2">
        <span className="min-w-0">
          {speaker(entry)}, <Ago at={entry.happenedAt} />
        </span>
        <DeliveryMark entry={entry} />
        {confidence === undefined ? null : <Badge>{words(`confidence.${confidence}`)}</Badge>}
      </p>
    </div>
  );
};

type PanelProps = { id: string; title: string; entry: WrittenFact | undefined };

/** Only where there is one: what is to be written is taught by the composer. */
export const LatestFactPanel = ({ id, title, entry }: PanelProps) =>
  entry === undefined ? null : (
    <Panel title={title}>
      <LatestFact id={id} entry={entry} />
    </Panel>
  );

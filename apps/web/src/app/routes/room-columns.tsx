import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Tabs, tabPanel } from '../../ui/tabs.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';

type Columns = { now: ReactNode; timeline: ReactNode; work: ReactNode };
type Parts = Columns & { updates: ReactNode };

/** Three columns; on a narrower screen what belongs to the work stands below what is true now. */
export const RoomColumns = ({ now, timeline, work }: Columns) => {
  const t = useTranslations('incident.room');
  const three = useMediaQuery('(min-width: 80rem)');
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[18rem_minmax(0,1fr)] xl:grid-cols-[19rem_minmax(0,1fr)_19rem]">
      <aside aria-label={t('tabNow')} className="overflow-y-auto border-r border-border">
        {now}
        {three ? null : <div className="border-t border-border">{work}</div>}
      </aside>
      {timeline}
      {three ? (
        <aside aria-label={t('tabWork')} className="overflow-y-auto border-l border-border">
          {work}
        </aside>
      ) : null}
    </div>
  );
};

export type RoomTab = keyof Parts;

type TabsProps = Parts & {
  tab: RoomTab;
  onTab: (tab: RoomTab) => void;
  /** Decisions that are waited for. */
  asked: number;
};

export const RoomTabs = ({ tab, onTab, asked, ...parts }: TabsProps) => {
  const t = useTranslations('incident.room');
  return (
    <>
      <Tabs
        id="room"
        label={t('tabs')}
        className="bg-surface px-2"
        selected={tab}
        onSelect={onTab}
        tabs={[
          { id: 'now', label: t('tabNow') },
          { id: 'timeline', label: t('tabTimeline') },
          { id: 'work', label: asked === 0 ? t('tabWork') : t('tabWorkAsked', { count: asked }) },
          { id: 'updates', label: t('tabUpdates') },
        ]}
      />
      <div
        {...tabPanel('room', tab)}
        className={`min-h-0 flex-1 [@media(max-height:28rem)]:min-h-72 ${tab === 'timeline' ? 'flex flex-col' : 'overflow-y-auto'}`}
      >
        {parts[tab]}
      </div>
    </>
  );
};

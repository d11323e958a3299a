import type { Incident } from '@sitrep/shared/incidents/state';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { NowPanel } from '../../features/incidents/components/now-panel.tsx';
import { RoomHeader } from '../../features/incidents/components/room-header.tsx';
import type { RoomRef } from '../../features/timeline/components/entry-menu.tsx';
import { KeyEvents } from '../../features/timeline/components/key-events.tsx';
import { TimelineView } from '../../features/timeline/components/timeline-view.tsx';
import type { RoomEntry } from '../../live/live-client.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { PanelFailure } from '../../ui/panel.tsx';
import { Tabs, tabPanel } from '../../ui/tabs.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { useMe } from '../../widgets/me.ts';
import { RoomAlerts } from './room-alerts.tsx';

type Props = {
  incident: Incident;
  entries: readonly RoomEntry[];
  ready: boolean;
  older: { readonly hasOlder: boolean; readonly loading: boolean; readonly load: () => Promise<void> };
  pending: ReadonlySet<CommandType>;
  onSeeAt: () => void;
  composer: ReactNode;
};

/** Header, now, timeline: side by side where there is room, else as tabs. */
export const RoomLayout = ({ incident, entries, ready, older, pending, onSeeAt, composer }: Props) => {
  const t = useTranslations('incident.room');
  const timeline = useTranslations('timeline');
  const me = useMe();
  const wide = useMediaQuery('(min-width: 56.25rem)');
  const threeColumns = useMediaQuery('(min-width: 80rem)');
  const [tab, setTab] = useState<'now' | 'timeline'>('timeline');
  // A link to an entry leads to where the entry is.
  useEffect(() => {
    const follow = (): void => {
      if (window.location.hash !== '') setTab('timeline');
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const { id, key, roles } = incident;
  const closed = incident.status === 'closed';
  const room = useMemo((): RoomRef => ({ id, key, roles, closed }), [id, key, roles, closed]);

  const keyEvents = <KeyEvents entries={entries} />;
  const now = <NowPanel incident={incident}>{threeColumns ? null : keyEvents}</NowPanel>;
  const log = (
    <section aria-label={timeline('title')} className="flex min-h-0 flex-1 flex-col">
      <ErrorBoundary renderFailure={(retry) => <PanelFailure onRetry={retry} />}>
        <TimelineView room={room} entries={entries} ready={ready} older={older} readerRef={`user/${me.id}`} />
      </ErrorBoundary>
      {composer}
    </section>
  );
  return (
    <div className="relative flex h-full flex-col overflow-clip">
      <RoomHeader
        incident={incident}
        pending={pending}
        onSeeAt={onSeeAt}
        renderAlerts={() => <RoomAlerts alerts={incident.alerts} />}
      />
      {wide ? (
        <div className="grid min-h-0 flex-1 grid-cols-[20rem_minmax(0,1fr)] xl:grid-cols-[20rem_minmax(0,1fr)_18rem]">
          <aside aria-label={t('tabNow')} className="overflow-y-auto border-r border-border">
            {now}
          </aside>
          {log}
          {threeColumns ? (
            <aside aria-label={timeline('pinned')} className="overflow-y-auto border-l border-border p-4">
              {keyEvents}
            </aside>
          ) : null}
        </div>
      ) : (
        <>
          <Tabs
            id="room"
            label={t('tabs')}
            className="bg-surface px-3"
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: 'now', label: t('tabNow') },
              { id: 'timeline', label: t('tabTimeline') },
            ]}
          />
          <div
            {...tabPanel('room', tab)}
            className={`min-h-0 flex-1 ${tab === 'now' ? 'overflow-y-auto' : 'flex flex-col'}`}
          >
            {tab === 'now' ? now : log}
          </div>
        </>
      )}
    </div>
  );
};

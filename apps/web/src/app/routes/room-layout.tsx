import type { Incident } from '@sitrep/shared/incidents/state';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ClockNotices } from '../../features/clocks/clock-notices.tsx';
import { NextDue } from '../../features/clocks/next-due.tsx';
import { RoomHeader } from '../../features/incidents/components/room-header.tsx';
import { WorkPanel } from '../../features/incidents/components/work-panel.tsx';
import { RoleNotices } from '../../features/roster/role-notices.tsx';
import type { RoomRef } from '../../features/timeline/components/entry-menu.tsx';
import { waiting } from '../../features/mitigations/ledger-view.ts';
import { LedgerStrip } from '../../features/mitigations/ledger-strip.tsx';
import { KeyEvents } from '../../features/timeline/components/key-events.tsx';
import { TaskAnnouncer } from '../../features/tasks/task-announcer.tsx';
import { MyTasksStrip } from '../../features/tasks/my-tasks-strip.tsx';
import { TimelineView } from '../../features/timeline/components/timeline-view.tsx';
import type { RoomEntry } from '../../live/live-client.ts';
import type { OlderEntries } from '../../live/react.tsx';
import { UpdateDesk } from '../../features/updates/update-desk.tsx';
import { UpdatesPanel } from '../../features/updates/updates-panel.tsx';
import { usePast } from '../../widgets/past.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { runKey } from '../../ui/keys/bound.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { PanelFailure } from '../../ui/panel.tsx';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { useMe } from '../../widgets/me.ts';
import { EntryActions } from './entry-actions.tsx';
import { ReadCard } from '../../features/situation/handover/read-card.tsx';
import { JoinCall } from '../../features/situation/links/join-call.tsx';
import { RoomAlerts } from './room-alerts.tsx';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { RoomNow } from './room-now.tsx';
import type { RoomSeen } from './room-seen.ts';
import { RoomWork } from './room-work.tsx';
import { useWorkKeys } from './use-work-keys.ts';
import { RoomColumns, RoomTabs, type RoomTab } from './room-columns.tsx';

type Props = {
  incident: Incident;
  parts: RoomParts;
  entries: readonly RoomEntry[];
  ready: boolean;
  older: OlderEntries;
  pending: ReadonlySet<CommandType>;
  onSeeAt: () => void;
  menu: readonly MenuItem[];
  /** At the end of the header. */
  headerEnd: ReactNode;
  /** Last of the work. */
  work: ReactNode;
  composer: ReactNode;
};

/** Header, now, timeline, work: side by side where there is room, else as tabs. */
export const RoomLayout = (props: Props) => {
  const {
    incident,
    parts: roomParts,
    entries,
    ready,
    older,
    pending,
    onSeeAt,
    menu,
    headerEnd,
    work,
    composer,
  } = props;
  const timeline = useTranslations('timeline');
  const me = useMe();
  const past = usePast();
  const wide = useMediaQuery('(min-width: 56.25rem)');
  const [tab, setTab] = useState<RoomTab>('timeline');
  // A link to an entry leads to where the entry is.
  useEffect(() => {
    const follow = (): void => {
      if (window.location.hash !== '') setTab('timeline');
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  useWorkKeys(!wide && tab !== 'work', () => setTab('work'));
  const { id, key, roles } = incident;
  const closed = incident.status === 'closed';
  const room = useMemo((): RoomRef => ({ id, key, roles, closed }), [id, key, roles, closed]);
  const seen: RoomSeen = { incident, parts: roomParts, entries, partly: older.hasOlder };
  const renderAlerts = () => <RoomAlerts alerts={incident.alerts} />;

  const parts = {
    now: <RoomNow {...seen} />,
    timeline: (
      <section aria-label={timeline('title')} className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ErrorBoundary renderFailure={(retry) => <PanelFailure onRetry={retry} />}>
          <EntryActions incident={incident} parts={roomParts}>
            <TimelineView room={room} entries={entries} ready={ready} older={older} readerRef={`user/${me.id}`} />
          </EntryActions>
        </ErrorBoundary>
        {composer}
      </section>
    ),
    work: (
      <WorkPanel {...seen} renderAlerts={renderAlerts}>
        <RoomWork {...seen} />
        <KeyEvents entries={entries} />
        {work}
      </WorkPanel>
    ),
    updates: (
      <div className="p-4">
        <UpdatesPanel {...seen} as="screens" />
      </div>
    ),
  };
  return (
    // Where the screen is no higher than what stands above the timeline, all of it scrolls.
    <div className="relative flex h-full flex-col overflow-clip [@media(max-height:28rem)]:overflow-y-auto">
      <RoomHeader
        incident={incident}
        roster={roomParts.roster}
        pending={pending}
        menu={menu}
        onSeeAt={onSeeAt}
        renderAlerts={renderAlerts}
        due={
          <span className="hidden room:max-wide:inline">
            <NextDue {...seen} />
          </span>
        }
        call={<JoinCall situation={roomParts.situation} compact />}
      >
        {headerEnd}
        <span className="max-wide:hidden">
          <NextDue {...seen} />
        </span>
      </RoomHeader>
      <RoleNotices
        incident={incident}
        roster={roomParts.roster}
        card={<ReadCard incident={incident} parts={roomParts} />}
      />
      <ClockNotices {...seen} />
      {past === undefined ? <UpdateDesk {...seen} /> : null}
      <TaskAnnouncer {...seen} />
      {/* Where the work has no column of its own, it would be out of sight. */}
      <MyTasksStrip {...seen} className="border-b px-3 room:px-4 xl:hidden" />
      <LedgerStrip {...seen} className="xl:hidden" onShow={() => runKey('show-mitigations')} />
      {wide ? (
        <RoomColumns {...parts} />
      ) : (
        <RoomTabs {...parts} tab={tab} onTab={setTab} asked={waiting(roomParts.mitigations.items)} />
      )}
    </div>
  );
};

import { isDeclared } from '@sitrep/shared/incidents/state';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import { emptyParts } from '@sitrep/shared/rooms/room';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { incidentQuery } from '../../features/incidents/api/get-incident.ts';
import { timelineAtQuery } from '../../features/timeline/get-timeline.ts';
import { CommandProblem } from '../../live/command-problem.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PanelFailure } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { PastFrame } from '../past-frame.tsx';
import { RoomLayout } from './room-layout.tsx';

const NOTHING_PENDING: ReadonlySet<CommandType> = new Set();

/** The room as it was: the same screen, with nothing that changes it. */
export const PastRoom = ({ id, at }: { id: IncidentId; at: number }) => {
  const t = useTranslations('incident.room');
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(incidentQuery(id, at));
  const timeline = useInfiniteQuery({ ...timelineAtQuery(id, at), enabled: data !== undefined });
  const entries = useMemo(() => timeline.data?.pages.toReversed().flatMap(({ items }) => items) ?? [], [timeline.data]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = timeline;
  const older = useMemo(
    () => ({
      hasOlder: hasNextPage,
      loading: isFetchingNextPage,
      load: async () => {
        await fetchNextPage();
      },
    }),
    [hasNextPage, isFetchingNextPage, fetchNextPage],
  );
  const go = (next: number | undefined): void =>
    void navigate({
      to: '/incidents/$incident',
      params: { incident: id },
      search: next === undefined ? {} : { at: new Date(next).toISOString() },
    });
  const incident = data === undefined || !isDeclared(data.incident) ? undefined : data.incident;
  return (
    <PastFrame at={at} onAt={go} onBack={() => go(undefined)}>
      {incident === undefined ? (
        error instanceof CommandProblem && error.code === 'not-found' ? (
          <EmptyState title={t('notYet')}>{t('notYetMeaning')}</EmptyState>
        ) : error === null ? (
          <Skeleton rows={8} />
        ) : (
          <PanelFailure onRetry={() => void refetch()} />
        )
      ) : (
        <RoomLayout
          incident={incident}
          parts={data?.parts ?? emptyParts}
          entries={entries}
          ready={timeline.isSuccess}
          older={older}
          pending={NOTHING_PENDING}
          onSeeAt={() => undefined}
          menu={[]}
          headerEnd={null}
          work={null}
          composer={null}
        />
      )}
    </PastFrame>
  );
};

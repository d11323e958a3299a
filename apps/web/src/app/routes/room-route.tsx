import { IncidentId } from '@sitrep/shared/kernel/ids';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { incidentQuery } from '../../features/incidents/api/get-incident.ts';
import { CommandProblem } from '../../live/command-problem.ts';
import { useBoard } from '../../live/react.tsx';
import { PanelFailure } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NoTime } from '../no-time.tsx';
import { timeOf } from '../time-of.ts';
import { LiveRoom } from './live-room.tsx';
import { MissingRoom } from './missing-room.tsx';
import { PastRoom } from './past-room.tsx';

/** Addresses carry keys; what is live is known by id. The board knows most keys already. */
export const RoomRoute = () => {
  const { incident } = useParams({ from: '/signed-in/incidents/$incident' });
  const { at: asked } = useSearch({ from: '/signed-in/incidents/$incident' });
  const at = timeOf(asked);
  const navigate = useNavigate();
  const board = useBoard();
  const key = incident.toUpperCase();
  // An incident leaves the board when it is closed; who is in its room stays there.
  const [last, setLast] = useState<{ key: string; id: IncidentId }>();
  const onBoard = IncidentId.safeParse(incident).data ?? board.rows.find((row) => row.key === key)?.id;
  const known = onBoard ?? (last?.key === key ? last.id : undefined);
  if (known !== undefined && (last?.key !== key || last.id !== known)) setLast({ key, id: known });
  const found = useQuery({ ...incidentQuery(key), enabled: known === undefined && board.status === 'ready' });
  const id = known ?? found.data?.id;
  if (asked !== undefined && at === undefined) {
    const back = (): void => void navigate({ to: '/incidents/$incident', params: { incident } });
    return <NoTime at={asked} onBack={back} />;
  }
  if (id !== undefined) {
    return at === undefined ? <LiveRoom key={id} id={id} address={incident} /> : <PastRoom key={id} id={id} at={at} />;
  }
  if (found.error instanceof CommandProblem && found.error.code === 'not-found') return <MissingRoom />;
  if (found.isError) {
    return (
      <div className="p-4">
        <PanelFailure onRetry={() => void found.refetch()} />
      </div>
    );
  }
  return <Skeleton rows={8} />;
};

import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Room } from '@sitrep/shared/rooms/room';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { RoomView } from '../../live/live-client.ts';
import { useLiveClient } from '../../live/react.tsx';
import { useActor } from '../../widgets/me.ts';
import { judgeIn } from './commands/judge.ts';
import type { Judge } from './commands/plan.ts';

const NO_ROOM = (): undefined => undefined;
const NOT_LISTENING = (): (() => void) => () => {};

/** The room that commands are about, kept up to date while the palette needs it. */
export const useContextRoom = (id: IncidentId | undefined): RoomView | undefined => {
  const client = useLiveClient();
  const live = useMemo(() => (id === undefined ? undefined : client.room(id)), [client, id]);
  useEffect(() => live?.retain(), [live]);
  return useSyncExternalStore(live?.store.subscribe ?? NOT_LISTENING, live?.store.getState ?? NO_ROOM);
};

/** What commands would lead to in that room. */
export const useJudge = (id: IncidentId | undefined, view: RoomView | undefined): Judge => {
  const { facts, serverNow } = useLiveClient();
  const actor = useActor();
  const { incident, parts, entries, total } = view ?? {};
  const loaded = useMemo(() => {
    if (id === undefined || incident === undefined || parts === undefined || entries === undefined) return undefined;
    const room: Room = { ...parts, incident, timeline: { entries, total: total ?? entries.length } };
    return { id, room };
  }, [id, incident, parts, entries, total]);
  return useCallback(
    (type, args) => judgeIn(loaded, { now: serverNow(), actor, facts })(type, args),
    [loaded, serverNow, actor, facts],
  );
};

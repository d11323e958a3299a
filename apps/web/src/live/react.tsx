import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { PersonRow } from '@sitrep/shared/people/person-row';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { createContext, use, useEffect, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type {
  AlertsView,
  BoardView,
  ConnectionState,
  Live,
  LiveClient,
  LiveRoom,
  PeopleView,
  RoomEntry,
  RoomView,
  Delivery,
  SessionState,
  SettingsView,
  UnsentView,
} from './live-client.ts';

const LiveContext = createContext<LiveClient | undefined>(undefined);

/** Starts the client and gives it to the screens below. */
export const LiveProvider = ({ client, children }: { client: LiveClient; children: ReactNode }) => {
  useEffect(() => client.start(), [client]);
  return <LiveContext value={client}>{children}</LiveContext>;
};

export const useLiveClient = (): LiveClient => {
  const client = use(LiveContext);
  if (client === undefined) throw new Error('LiveProvider is missing above this component.');
  return client;
};

export const useSession = (): SessionState => useStore(useLiveClient().session);

/** `reload` after signing in or joining; `signOut`. */
export const useSessionActions = (): Pick<LiveClient['session'], 'reload' | 'signOut'> => useLiveClient().session;

export const useConnection = (): ConnectionState => useStore(useLiveClient().connection);

const useLive = <View, Selected>(live: Live<View>, select: (view: View) => Selected): Selected => {
  useEffect(() => live.retain(), [live]);
  return useStore(live.store, select);
};

const whole = <View,>(view: View): View => view;

export const useBoard = (): BoardView => useLive(useLiveClient().board, whole);

export const useAlerts = (): AlertsView => useLive(useLiveClient().alerts, whole);

export const usePeople = (): PeopleView => useLive(useLiveClient().people, whole);

export const usePerson = (id: UserId | undefined): PersonRow | undefined =>
  useLive(useLiveClient().people, (view) => (id === undefined ? undefined : view.people.get(id)));

export const useSettings = (): SettingsView => useLive(useLiveClient().settings, whole);

const useLiveRoom = (id: IncidentId): LiveRoom => {
  const client = useLiveClient();
  return useMemo(() => client.room(id), [client, id]);
};

export const useRoom = (id: IncidentId): Pick<RoomView, 'status'> => {
  const status = useLive(useLiveRoom(id), (view) => view.status);
  return useMemo(() => ({ status }), [status]);
};

export const useIncident = (id: IncidentId): Incident | undefined => useLive(useLiveRoom(id), (view) => view.incident);

/** A narrower look at the incident; `select` must answer with something that stays identical while nothing changed. */
export const useIncidentField = <Field,>(id: IncidentId, select: (incident: Incident) => Field): Field | undefined =>
  useLive(useLiveRoom(id), (view) => (view.incident === undefined ? undefined : select(view.incident)));

/** Roles on offer, hypotheses, tasks and so on; `select` as for `useIncidentField`. */
export const useRoomPart = <Part,>(id: IncidentId, select: (parts: RoomParts) => Part): Part =>
  useLive(useLiveRoom(id), (view) => select(view.parts));

/** How far what was written here about a thing of this room has come; nothing for what the server has accepted. */
export const useDelivery = (id: IncidentId, subject: string): Delivery | undefined =>
  useLive(useLiveRoom(id), (view) => view.deliveries.get(subject));

export const useEntries = (id: IncidentId): readonly RoomEntry[] => useLive(useLiveRoom(id), (view) => view.entries);

export type OlderEntries = {
  readonly hasOlder: boolean;
  readonly loading: boolean;
  /** Entries there are in all; not known of the past. */
  readonly total?: number;
  readonly load: (limit?: number) => Promise<void>;
};

export const useOlderEntries = (id: IncidentId): OlderEntries => {
  const room = useLiveRoom(id);
  const hasOlder = useLive(room, (view) => view.hasOlder);
  const loading = useStore(room.store, (view) => view.loadingOlder);
  const total = useStore(room.store, (view) => view.total);
  return useMemo(
    () => ({ hasOlder, loading, total, load: (limit?: number) => room.loadOlder(limit) }),
    [hasOlder, loading, total, room],
  );
};

export const usePendingCommands = (id: IncidentId): ReadonlySet<CommandType> =>
  useLive(useLiveRoom(id), (view) => view.pending);

export const useUnsent = (): UnsentView & Pick<LiveClient['unsent'], 'retry' | 'discard'> => {
  const { unsent } = useLiveClient();
  const view = useStore(unsent);
  return useMemo(() => ({ ...view, retry: unsent.retry, discard: unsent.discard }), [view, unsent]);
};

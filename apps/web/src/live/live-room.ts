import type { Recorded } from '@sitrep/shared/kernel/event';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { TimelinePage } from '@sitrep/shared/protocol/http';
import { roomTopic } from '@sitrep/shared/protocol/topics';
import type { RoomEvent } from '@sitrep/shared/rooms/room';
import { createStore } from 'zustand/vanilla';
import { CommandProblem } from './command-problem.ts';
import type { Api } from './http-api.ts';
import type { LiveRoom, ReadStore, RoomView } from './live-client.ts';
import type { OutboxEntry } from './outbox-item.ts';
import type { OverlayContext } from './overlay.ts';
import { pendingIn, type PendingConfirmed } from './pending-confirmed.ts';
import { createRetention } from './retention.ts';
import { hasOlder, roomFold, withOlderPage, type RoomState } from './room-fold.ts';
import { emptyRoom, roomView } from './room-view.ts';
import type { Scheduler } from './scheduler.ts';
import type { OpenTopic, TopicHub } from './topic-hub.ts';

export type RoomPorts = {
  readonly hub: TopicHub;
  readonly api: Api;
  readonly scheduler: Scheduler;
  readonly outbox: ReadStore<readonly OutboxEntry[]>;
  readonly pending: PendingConfirmed;
  readonly overlayContext: () => OverlayContext | undefined;
  /** Calls whenever `overlayContext` may answer otherwise. */
  readonly onContextChanged: (listener: () => void) => () => void;
  readonly onEvents: (events: readonly Recorded<RoomEvent>[]) => void;
};

export type OpenableRoom = LiveRoom & {
  /** What the screen shows of the server; nothing while the room is not open. */
  readonly position: () => number | undefined;
  readonly reached: (position: number) => Promise<void>;
};

const PAGE = 100;
/** The window may begin elsewhere by the time a page comes. */
const PAGE_TRIES = 3;

/** What is about a room: its incident's own id is in the command. */
const isAbout = (id: IncidentId, { command }: OutboxEntry): boolean =>
  (command as { readonly incidentId?: string }).incidentId === id;

export const createLiveRoom = (ports: RoomPorts, id: IncidentId): OpenableRoom => {
  const store = createStore<RoomView>(() => emptyRoom);
  let topic: OpenTopic<RoomState> | undefined;
  let loadingOlder = false;

  const held = () => {
    const state = topic?.replica.store.getState();
    return state?.phase === 'ready' ? state : undefined;
  };

  const render = () => {
    if (topic === undefined) return;
    const sources = {
      topic: topic.replica.store.getState(),
      waiting: ports.outbox.getState().filter((entry) => isAbout(id, entry)),
      context: ports.overlayContext(),
      loadingOlder,
      pending: pendingIn(ports.pending.getState(), id),
    };
    store.setState(roomView(sources, store.getState()), true);
  };

  const open = () => {
    const opened = ports.hub.open(roomTopic(id), roomFold);
    topic = opened;
    const stopListening = [
      opened.replica.store.subscribe((now, before) => {
        const from = before.phase === 'ready' ? before.position : Number.MAX_SAFE_INTEGER;
        if (now.phase === 'ready') ports.onEvents(now.state.recent.filter(({ position }) => position > from));
        render();
      }),
      ports.outbox.subscribe(render),
      ports.pending.subscribe(render),
      ports.onContextChanged(render),
    ];
    render();
    return () => {
      for (const stop of stopListening) stop();
      opened.close();
      topic = undefined;
      store.setState(emptyRoom, true);
    };
  };

  /** Says whether that was it: the page is in, or there is none. */
  const loadPage = async (replica: OpenTopic<RoomState>['replica'], limit: number): Promise<boolean> => {
    const current = held()?.state;
    const before = current?.room.timeline.entries[0]?.version;
    if (current === undefined || before === undefined || !hasOlder(current)) return true;
    const page = await ports.api.get<TimelinePage>(`/incidents/${id}/timeline?before=${before}&limit=${limit}`);
    // A page that is ahead of us would tell of the future.
    await replica.reached(page.position);
    const state = held()?.state;
    if (state === undefined || topic?.replica !== replica) return true;
    const merged = withOlderPage(state, before, page);
    if (merged !== undefined) replica.amend(() => merged);
    return merged !== undefined;
  };

  const loadOlder = async (limit = PAGE): Promise<void> => {
    if (loadingOlder || topic === undefined) return;
    const { replica } = topic;
    loadingOlder = true;
    render();
    try {
      for (let tries = 0; tries < PAGE_TRIES; tries += 1) if (await loadPage(replica, limit)) break;
    } catch (error) {
      // Not loaded: there are still older ones to ask for.
      if (!(error instanceof CommandProblem)) throw error;
    } finally {
      loadingOlder = false;
      render();
    }
  };

  return {
    store,
    ...createRetention(ports.scheduler, open),
    loadOlder,
    position: () => held()?.position,
    reached: async (position) => topic?.replica.reached(position),
  };
};

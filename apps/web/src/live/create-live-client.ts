import { userActor } from '@sitrep/shared/kernel/actor';
import type { SettingsFacts } from '@sitrep/shared/settings/values';
import { createActivity } from './activity.ts';
import { createConnection, type Connection } from './connection.ts';
import { createApi } from './http-api.ts';
import {
  alertsView,
  boardView,
  emptyAlerts,
  emptyBoard,
  emptyPeople,
  emptySettings,
  peopleView,
  settingsView,
} from './list-views.ts';
import { createLaterActing, type CreateActing } from './later-acting.ts';
import { startLiveClient } from './lifecycle.ts';
import type { LiveClient, ReadStore } from './live-client.ts';
import { createLiveList } from './live-list.ts';
import { createLivePresences } from './live-presences.ts';
import { OutdatedError } from './outdated.ts';
import { createOutbox } from './outbox.ts';
import type { OverlayContext } from './overlay.ts';
import { createPendingConfirmed } from './pending-confirmed.ts';
import { browserPlatform, type Platform } from './platform.ts';
import { postCommand } from './post-command.ts';
import { createServerTime } from './server-time.ts';
import { createSession, type Session } from './session.ts';
import { createTopicHub } from './topic-hub.ts';
import { createUnsent } from './unsent.ts';

export type LiveClientOptions = {
  /** Where the server is; the page's own origin unless told otherwise. */
  readonly origin?: string;
  /** In place of the browser's, for tests. */
  readonly platform?: Partial<Platform>;
  /** Where it need not be loaded first. */
  readonly createActing?: CreateActing;
};

/** Puts the parts of live/ together. Nothing happens before `start`. */
export const createLiveClient = (options: LiveClientOptions = {}): LiveClient => {
  const origin = options.origin ?? location.origin;
  const platform: Platform = { ...browserPlatform(origin), ...options.platform };
  const { scheduler } = platform;
  const serverTime = createServerTime(scheduler);
  const pending = createPendingConfirmed();

  const onFault = (error: unknown) => {
    if (error instanceof OutdatedError) connection.outdated();
    else platform.onDefect(error);
  };

  const api = createApi({
    origin,
    scheduler,
    fetch: platform.fetch,
    onUnauthenticated: () => session.ended('expired'),
  });
  const session: Session = createSession({ api, scheduler, serverTime, onOutdated: () => connection.outdated() });
  const hub = createTopicHub({
    api,
    scheduler,
    onFault,
    link: () => connection.link(),
    onSettled: (caughtUp, wentBack) => connection.settled(caughtUp, wentBack),
  });
  const presences = createLivePresences({
    scheduler,
    activity: createActivity(platform),
    link: () => connection.link(),
    isLive: () => connection.getState().status === 'live',
  });
  const connection: Connection = createConnection({
    scheduler,
    serverTime,
    openLink: platform.openLink,
    behindSince: hub.behindSince,
    onConnected: () => {
      hub.connected();
      presences.connected();
    },
    onLost: () => {
      hub.lost();
      presences.lost();
    },
    onUpdate: hub.receive,
    onPresence: presences.receive,
    onAccessChanged: (change) => {
      hub.accessChanged(change);
      presences.accessChanged(change);
    },
    onSessionEnded: session.ended,
  });
  connection.subscribe(({ status }, before) => {
    if (status !== before.status) presences.connectionChanged();
  });
  const outbox = createOutbox({
    scheduler,
    openStorage: platform.openStorage,
    asSoleTab: platform.asSoleTab,
    openChannel: platform.openChannel,
    send: (entry, signal) => postCommand(api, entry, signal),
    isPaused: () => session.getState().status !== 'signed-in' || connection.getState().outdated,
    onFault,
  });
  const unsent = createUnsent(outbox, connection);

  const lists = { hub, scheduler };
  const board = createLiveList(lists, 'board', emptyBoard, boardView);
  const alerts = createLiveList(lists, 'alerts', emptyAlerts, alertsView);
  const people = createLiveList(lists, 'people', emptyPeople, peopleView);
  const settings = createLiveList(lists, 'settings', emptySettings, settingsView);

  const facts: SettingsFacts = {
    person: (id) => people.store.getState().people.get(id),
    incidentKey: (id) => board.store.getState().rows.find((row) => row.id === id)?.key,
    // The server knows.
    incidentParent: () => undefined,
    number: 0,
    get settings() {
      return settings.store.getState().values;
    },
  };

  const overlayContext = (): OverlayContext | undefined => {
    const state = session.getState();
    if (state.status !== 'signed-in') return undefined;
    const isLive = connection.getState().status === 'live';
    return { actor: userActor(state.me.id, state.me.role), facts, isLive };
  };

  const { room, letGoOfShown, sendCommand, undo, forgetUndo } = createLaterActing(
    {
      hub,
      api,
      scheduler,
      outbox,
      pending,
      overlayContext,
      onContextChanged: (listener) => {
        const stops = [
          session.subscribe(listener),
          connection.subscribe(({ status }, before) => {
            if ((status === 'live') !== (before.status === 'live')) listener();
          }),
        ];
        return () => {
          for (const stop of stops) stop();
        };
      },
      session: session.getState,
      serverNow: serverTime.now,
    },
    options.createActing,
  );
  session.subscribe(({ status }) => {
    if (status === 'signed-out') forgetUndo();
  });

  return {
    session: { ...readOnly(session), reload: session.reload, signOut: session.signOut },
    connection: readOnly(connection),
    board,
    alerts,
    people,
    settings,
    room,
    presence: presences.presence,
    unsent: { ...unsent, retry: outbox.retry, discard: outbox.discard },
    sendCommand,
    undo,
    facts,
    serverNow: serverTime.now,
    start: () =>
      startLiveClient({
        session,
        connection,
        hub,
        outbox,
        people,
        settings,
        letGoOfShown,
        watchWake: platform.watchWake,
      }),
  };
};

const readOnly = <T>({ getState, getInitialState, subscribe }: ReadStore<T>): ReadStore<T> => ({
  getState,
  getInitialState,
  subscribe,
});

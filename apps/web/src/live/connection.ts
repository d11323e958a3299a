import { STALE_AFTER_MS, type HandshakeRefusal, type ServerToClient } from '@sitrep/shared/protocol/socket';
import { createStore } from 'zustand/vanilla';
import { connectionStatus } from './connection-state.ts';
import type { Link, LinkEvents, OpenLink } from './link.ts';
import type { ConnectionState, ReadStore } from './live-client.ts';
import { same } from './same.ts';
import type { Scheduler } from './scheduler.ts';
import type { ServerTime } from './server-time.ts';

export type ConnectionPorts = {
  readonly scheduler: Scheduler;
  readonly serverTime: ServerTime;
  readonly openLink: OpenLink;
  /** Since when (`Scheduler.now`) something on screen may be behind the server. */
  readonly behindSince: () => number | undefined;
  readonly onConnected: () => void;
  readonly onLost: () => void;
  readonly onUpdate: (update: unknown) => void;
  readonly onPresence: (change: unknown) => void;
  readonly onAccessChanged: ServerToClient['access:changed'];
  readonly onSessionEnded: (reason: 'signed-out' | 'deactivated' | 'expired') => void;
};

export type Connection = ReadStore<ConnectionState> & {
  readonly link: () => Link | undefined;
  readonly start: () => void;
  readonly stop: () => void;
  /** The page woke up, or the network came back: is the server there still? */
  readonly probe: () => void;
  /** Everything that is open is in step with the server. */
  readonly settled: (caughtUp: number, wentBack?: boolean) => void;
  readonly outdated: () => void;
  readonly unauthenticated: (is: boolean) => void;
};

const CONNECT_WITHIN_MS = 10_000;
/** Somebody is looking: a try that has taken so long is begun anew. */
const IMPATIENT_MS = 2_000;
const RECONNECT_WITHIN_MS = 1_000;
const MAX_RECONNECT_MS = 8_000;
/** A server that is only slow is left in peace for longer than a silent one is shown as such. */
const GIVE_UP_AFTER_MS = 2 * STALE_AFTER_MS;
const CAUGHT_UP_SHOWN_MS = 10_000;
const TICK_MS = 1_000;
/** No timer is so late in a page that is awake. */
const SLEPT_MS = TICK_MS + STALE_AFTER_MS;

type Instant = { readonly now: number; readonly wall: number };

export const createConnection = (ports: ConnectionPorts): Connection => {
  const { scheduler, serverTime } = ports;
  const store = createStore<ConnectionState>(() => ({
    status: 'connecting',
    caughtUp: 0,
    canConfirm: true,
    unauthenticated: false,
    outdated: false,
  }));

  let running = false;
  let link: Link | undefined;
  let attempts = 0;
  let cancelReconnect: (() => void) | undefined;
  let cancelTick = () => {};
  let openedAt = 0;
  let lastSign: Instant = { now: 0, wall: 0 };
  let ticked: Instant = { now: 0, wall: 0 };
  /** Server time of the last moment at which everything on screen was true. */
  let trueAt: number | undefined;
  let caughtUp = 0;
  let wentBackAt: number | undefined;
  let cancelCaughtUp = () => {};

  const instant = (): Instant => ({ now: scheduler.now(), wall: scheduler.wall() });

  // The monotonic clock may stand still while the machine sleeps; the wall clock may be set back.
  const silentMs = () => Math.max(scheduler.now() - lastSign.now, scheduler.wall() - lastSign.wall);

  const refresh = () => {
    const former = store.getState();
    const behindSince = ports.behindSince();
    const status = connectionStatus({
      former: former.status,
      isConnected: link?.isConnected() ?? false,
      silentMs: silentMs(),
      behindMs: behindSince === undefined ? undefined : scheduler.now() - behindSince,
    });
    if (status === 'live' && former.status !== 'live') showCaughtUp();
    const { unauthenticated, outdated } = former;
    const next: ConnectionState = {
      status,
      ...(status === 'live' || trueAt === undefined ? {} : { dataAsOf: trueAt }),
      caughtUp: status === 'live' ? caughtUp : 0,
      ...(wentBackAt === undefined ? {} : { wentBackAt }),
      canConfirm: status !== 'offline' && !unauthenticated && !outdated,
      unauthenticated,
      outdated,
    };
    if (!same(former, next)) store.setState(next, true);
  };

  const showCaughtUp = () => {
    cancelCaughtUp();
    cancelCaughtUp = scheduler.after(CAUGHT_UP_SHOWN_MS, () => {
      caughtUp = 0;
      refresh();
    });
  };

  const noteTruth = () => {
    if (store.getState().status === 'live' && ports.behindSince() === undefined) trueAt = serverTime.now();
  };

  const sign = () => {
    lastSign = instant();
    refresh();
    noteTruth();
  };

  const drop = () => {
    link?.close();
    link = undefined;
    ports.onLost();
  };

  const lost = (refusal: HandshakeRefusal | undefined) => {
    drop();
    if (refusal === 'protocol') outdated();
    else if (refusal === 'unauthenticated') ports.onSessionEnded('expired');
    else reconnectLater();
    refresh();
  };

  const reconnectLater = () => {
    attempts += 1;
    // Anywhere in the span: thousands of pages lose a restarting server in the same moment.
    const span = Math.min(MAX_RECONNECT_MS, RECONNECT_WITHIN_MS * 2 ** (attempts - 1));
    cancelReconnect?.();
    cancelReconnect = scheduler.after(50 + scheduler.random() * span, open);
  };

  const open = () => {
    cancelReconnect?.();
    cancelReconnect = undefined;
    link?.close();
    if (!running || store.getState().outdated) return;
    openedAt = scheduler.now();
    const current: { link?: Link } = {};
    const ifCurrent =
      <Args extends unknown[]>(run: (...args: Args) => void) =>
      (...args: Args) => {
        if (current.link !== undefined && link === current.link) run(...args);
      };
    const events: LinkEvents = {
      onConnected: ifCurrent(() => {
        attempts = 0;
        ports.onConnected();
        sign();
      }),
      onLost: ifCurrent(lost),
      onUpdate: ifCurrent((update) => {
        ports.onUpdate(update);
        sign();
      }),
      onPresence: ifCurrent(ports.onPresence),
      onHeartbeat: ifCurrent(({ serverTime: time }) => {
        serverTime.observe(time);
        sign();
      }),
      onAccessChanged: ifCurrent(ports.onAccessChanged),
      onSessionEnded: ifCurrent(({ reason }) => ports.onSessionEnded(reason)),
    };
    current.link = ports.openLink(events);
    link = current.link;
  };

  const reopen = () => {
    drop();
    open();
    refresh();
  };

  const tick = () => {
    cancelTick = scheduler.after(TICK_MS, tick);
    const slept = Math.max(scheduler.now() - ticked.now, scheduler.wall() - ticked.wall) > SLEPT_MS;
    ticked = instant();
    // Not every machine says that it wakes up; its clocks do.
    if (slept) probe();
    const tries = link !== undefined && !link.isConnected();
    if (tries && scheduler.now() - openedAt > CONNECT_WITHIN_MS) lost(undefined);
    else if (link?.isConnected() === true && silentMs() > GIVE_UP_AFTER_MS) lost(undefined);
    else refresh();
  };

  const probe = () => {
    if (!running) return;
    if (link?.isConnected() === true) {
      if (silentMs() > STALE_AFTER_MS) reopen();
    } else if (cancelReconnect !== undefined || scheduler.now() - openedAt > IMPATIENT_MS) reopen();
  };

  const outdated = () => {
    cancelReconnect?.();
    store.setState({ outdated: true });
    refresh();
  };

  return {
    ...store,
    link: () => link,
    start: () => {
      if (running) return;
      running = true;
      lastSign = instant();
      ticked = lastSign;
      store.setState({ status: 'connecting', unauthenticated: false });
      open();
      tick();
    },
    stop: () => {
      running = false;
      cancelTick();
      cancelCaughtUp();
      cancelReconnect?.();
      drop();
      refresh();
    },
    probe,
    settled: (count, wentBack = false) => {
      if (wentBack) wentBackAt = serverTime.now();
      // One event may show in several topics: the largest count overstates nothing.
      caughtUp = Math.max(caughtUp, count);
      refresh();
      noteTruth();
    },
    outdated,
    unauthenticated: (is) => {
      store.setState({ unauthenticated: is });
      refresh();
    },
  };
};

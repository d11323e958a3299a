import { HEARTBEAT_MS, type HandshakeRefusal } from '@sitrep/shared/protocol/socket';
import { describe, expect, it } from 'vitest';
import { createConnection } from './connection.ts';
import type { LinkEvents } from './link.ts';
import type { ConnectionState } from './live-client.ts';
import { createServerTime } from './server-time.ts';
import { manualScheduler } from './testing/manual-scheduler.ts';

const DAY = 86_400_000;

/** A connection whose links are driven by hand; `serve` lets every new one connect and beat. */
const setUp = (seed = 1) => {
  const scheduler = manualScheduler(seed);
  const serverTime = createServerTime(scheduler);
  const opened: { events: LinkEvents; connected: boolean; closed: boolean; at: number }[] = [];
  const state: { serving: boolean; behindSince: number | undefined; ended: string[] } = {
    serving: true,
    behindSince: undefined,
    ended: [],
  };
  const statuses: ConnectionState['status'][] = [];
  const connection = createConnection({
    scheduler,
    serverTime,
    openLink: (events) => {
      const link = { events, connected: false, closed: false, at: scheduler.now() };
      opened.push(link);
      const beat = () => {
        if (link.closed || !state.serving) return;
        events.onHeartbeat({ serverTime: scheduler.now() + DAY, head: 1 });
        scheduler.after(HEARTBEAT_MS, beat);
      };
      scheduler.after(20, () => {
        if (!state.serving || link.closed) return;
        link.connected = true;
        events.onConnected();
        beat();
      });
      return {
        isConnected: () => link.connected,
        subscribe: () => Promise.reject(new Error('not here')),
        unsubscribe: () => {},
        joinPresence: () => Promise.reject(new Error('not here')),
        reportPresence: () => {},
        leavePresence: () => {},
        close: () => {
          link.connected = false;
          link.closed = true;
        },
      };
    },
    behindSince: () => state.behindSince,
    onConnected: () => {},
    onLost: () => {},
    onUpdate: () => {},
    onPresence: () => {},
    onAccessChanged: () => {},
    onSessionEnded: (reason) => void state.ended.push(reason),
  });
  connection.subscribe(({ status }, before) => {
    if (status !== before.status) statuses.push(status);
  });
  connection.start();
  const last = () => opened.at(-1);
  const lose = (refusal?: HandshakeRefusal) => {
    const link = last();
    if (link !== undefined) link.connected = false;
    link?.events.onLost(refusal);
  };
  return { scheduler, connection, opened, state, statuses, last, lose };
};

describe('the connection', () => {
  it('[LIVE-40] is connecting, then live, and stays so', async () => {
    const { scheduler, connection, statuses } = setUp();
    expect(connection.getState()).toMatchObject({ status: 'connecting', canConfirm: true });
    await scheduler.advance(60_000);
    expect(statuses).toEqual(['live']);
    expect(connection.getState()).not.toHaveProperty('dataAsOf');
  });

  it('[LIVE-41] [LIVE-46] says after 5 s of silence that it reconnects, after 15 s that it is offline', async () => {
    const { scheduler, connection, state, statuses } = setUp();
    await scheduler.advance(10_050);
    state.serving = false;
    const lastBeat = 11_020 + DAY;
    await scheduler.advance(4_500);
    expect(connection.getState().status).toBe('live');
    await scheduler.advance(2_000);
    expect(connection.getState()).toMatchObject({ status: 'reconnecting', dataAsOf: lastBeat, canConfirm: true });
    await scheduler.advance(10_000);
    expect(connection.getState()).toMatchObject({ status: 'offline', dataAsOf: lastBeat, canConfirm: false });
    state.serving = true;
    await scheduler.advance(20_000);
    expect(statuses).toEqual(['live', 'reconnecting', 'offline', 'live']);
    expect(connection.getState()).toMatchObject({ status: 'live', canConfirm: true });
  });

  it('[LIVE-41] knows until when the page was true also where it was in step for a moment only', async () => {
    const { scheduler, connection, state, lose } = setUp();
    state.behindSince = 0;
    await scheduler.advance(500);
    state.behindSince = undefined;
    const inStepAt = scheduler.now() + DAY;
    connection.settled(0);
    await scheduler.advance(100);
    lose();
    expect(connection.getState()).toMatchObject({ status: 'reconnecting', dataAsOf: inStepAt });
  });

  it('[LIVE-41] says at once that the socket is lost', async () => {
    const { scheduler, connection, lose, statuses } = setUp();
    await scheduler.advance(3_000);
    lose();
    expect(connection.getState().status).toBe('reconnecting');
    await scheduler.advance(3_000);
    expect(statuses).toEqual(['live', 'reconnecting', 'live']);
  });

  it('[LIVE-41] is offline after 15 s also where it never was anything else', async () => {
    const { scheduler, connection, state } = setUp();
    state.serving = false;
    await scheduler.advance(14_000);
    expect(connection.getState().status).toBe('connecting');
    await scheduler.advance(3_000);
    expect(connection.getState().status).toBe('offline');
  });

  it('[LIVE-41] notices that the machine slept, and is not misled by a clock that was set back', async () => {
    const { scheduler, connection, state } = setUp();
    await scheduler.advance(5_000);
    scheduler.setWall(scheduler.wall() - DAY);
    await scheduler.advance(5_000);
    expect(connection.getState().status).toBe('live');
    state.serving = false;
    await scheduler.advance(2_000);
    scheduler.sleepMachine(DAY * 2);
    await scheduler.advance(1_000);
    expect(connection.getState().status).not.toBe('live');
  });

  it('[LIVE-40] is not live again before everything on screen has caught up', async () => {
    const { scheduler, connection, state, lose } = setUp();
    await scheduler.advance(3_000);
    state.behindSince = scheduler.now();
    lose();
    await scheduler.advance(4_000);
    expect(connection.getState().status).toBe('reconnecting');
    state.behindSince = undefined;
    connection.settled(12);
    expect(connection.getState()).toMatchObject({ status: 'live', caughtUp: 12 });
  });

  it('[LIVE-40] stays live over a gap that closes soon, and not over one that does not', async () => {
    const { scheduler, connection, state, statuses } = setUp();
    await scheduler.advance(3_000);
    state.behindSince = scheduler.now();
    await scheduler.advance(3_000);
    state.behindSince = undefined;
    await scheduler.advance(3_000);
    expect(statuses).toEqual(['live']);
    state.behindSince = scheduler.now();
    await scheduler.advance(7_000);
    expect(connection.getState().status).toBe('reconnecting');
  });

  it('[LIVE-42] says for a while how much came in together, the largest count of several topics', async () => {
    const { scheduler, connection, lose } = setUp();
    await scheduler.advance(3_000);
    lose();
    connection.settled(3);
    connection.settled(12);
    connection.settled(1);
    await scheduler.advance(3_000);
    expect(connection.getState()).toMatchObject({ status: 'live', caughtUp: 12 });
    await scheduler.advance(12_000);
    expect(connection.getState().caughtUp).toBe(0);
  });

  it('[LIVE-47] says when the server was found to know less than before', async () => {
    const { scheduler, connection, lose } = setUp();
    await scheduler.advance(3_000);
    expect(connection.getState().wentBackAt).toBeUndefined();
    lose();
    await scheduler.advance(3_000);
    connection.settled(0, true);
    connection.settled(0);
    const { wentBackAt } = connection.getState();
    expect(wentBackAt).toBeGreaterThan(DAY);
    await scheduler.advance(60_000);
    expect(connection.getState()).toMatchObject({ status: 'live', caughtUp: 0, wentBackAt });
  });

  it('[LIVE-43] looks at once when the page wakes up, and leaves a working connection alone', async () => {
    const { scheduler, connection, opened, state } = setUp();
    await scheduler.advance(3_000);
    connection.probe();
    expect(opened).toHaveLength(1);
    state.serving = false;
    await scheduler.advance(1_000);
    scheduler.sleepMachine(60_000);
    state.serving = true;
    connection.probe();
    expect(opened).toHaveLength(2);
    await scheduler.advance(100);
    expect(connection.getState().status).toBe('live');
  });

  it('[CONN-4] notices by its clocks that the machine slept, and is back within a second', async () => {
    const { scheduler, connection, opened } = setUp();
    await scheduler.advance(3_500);
    scheduler.sleepMachine(8 * 3_600_000);
    await scheduler.advance(1_000);
    expect(opened).toHaveLength(2);
    expect(connection.getState().status).toBe('live');
  });

  it('[CONN-4] does not wait for the next try after a sleep', async () => {
    const { scheduler, connection, state, lose } = setUp();
    await scheduler.advance(3_000);
    state.serving = false;
    for (let tries = 0; tries < 8; tries += 1) {
      lose();
      await scheduler.advance(9_000);
    }
    lose();
    state.serving = true;
    scheduler.sleepMachine(60_000);
    await scheduler.advance(1_050);
    expect(connection.getState().status).toBe('live');
  });

  it('[LIVE-43] does not wait for the next try when the network comes back', async () => {
    const { scheduler, connection, opened, state, lose } = setUp();
    await scheduler.advance(3_000);
    state.serving = false;
    for (let tries = 0; tries < 8; tries += 1) {
      lose();
      await scheduler.advance(9_000);
    }
    lose();
    const before = opened.length;
    state.serving = true;
    connection.probe();
    expect(opened.length).toBe(before + 1);
    await scheduler.advance(100);
    expect(connection.getState().status).toBe('live');
  });

  it('[LIVE-44] comes back at different moments, none later than a second after a short loss', async () => {
    const moments: number[] = [];
    for (let seed = 1; seed <= 40; seed += 1) {
      const { scheduler, opened, lose } = setUp(seed);
      await scheduler.advance(3_000);
      lose();
      const lostAt = scheduler.now();
      await scheduler.advance(2_000);
      moments.push((opened[1]?.at ?? Number.POSITIVE_INFINITY) - lostAt);
    }
    expect(Math.max(...moments)).toBeLessThanOrEqual(1_050);
    expect(Math.max(...moments) - Math.min(...moments)).toBeGreaterThan(700);
  });

  it('[LIVE-44] tries ever less often, never less than every 10 s or so, and gives up one that hangs', async () => {
    const { scheduler, opened, state } = setUp();
    state.serving = false;
    await scheduler.advance(120_000);
    expect(opened.length).toBeGreaterThan(5);
    expect(opened.length).toBeLessThan(13);
    expect(opened.slice(0, -1).every(({ closed }) => closed)).toBe(true);
  });

  it('[LIVE-9] tries no more where the server speaks another protocol', async () => {
    const { scheduler, connection, opened, lose } = setUp();
    await scheduler.advance(3_000);
    lose('protocol');
    await scheduler.advance(60_000);
    connection.probe();
    expect(opened).toHaveLength(1);
    expect(connection.getState()).toMatchObject({ outdated: true, canConfirm: false });
  });

  it('[LIVE-45] says that the session is over, and stops when told to', async () => {
    const { scheduler, connection, opened, state, lose } = setUp();
    await scheduler.advance(3_000);
    lose('unauthenticated');
    expect(state.ended).toEqual(['expired']);
    connection.stop();
    await scheduler.advance(60_000);
    expect(opened).toHaveLength(1);
    connection.start();
    await scheduler.advance(100);
    expect(connection.getState().status).toBe('live');
  });

  it('[LIVE-44] hears nothing from a link that it has given up', async () => {
    const { scheduler, connection, opened, lose } = setUp();
    await scheduler.advance(3_000);
    const [first] = opened;
    lose();
    await scheduler.advance(3_000);
    first?.events.onLost(undefined);
    expect(connection.getState().status).toBe('live');
  });
});

import type { SubscribeAnswer, TopicUpdate } from '@sitrep/shared/protocol/socket';
import { describe, expect, it } from 'vitest';
import { CommandProblem, unreachable } from './command-problem.ts';
import { listFold } from './list-fold.ts';
import { OutdatedError } from './outdated.ts';
import { sleep } from './scheduler.ts';
import { createTopicReplica } from './topic-replica.ts';
import { manualScheduler } from './testing/manual-scheduler.ts';

const row = (id: string, value = 0) => ({ id, value }) as never;
const update = (prev: number, position: number, changed: never[] = [row(`row-${position}`)]): TopicUpdate => ({
  topic: 'board',
  prev,
  position,
  changed,
  removed: [],
});
const resumed = (...updates: TopicUpdate[]): SubscribeAnswer => ({ outcome: 'resumed', updates, also: [] });
const TAKE_SNAPSHOT: SubscribeAnswer = { outcome: 'take-snapshot', also: [] };

/** A replica whose questions are answered by hand, in the order of the arrays. */
const setUp = () => {
  const scheduler = manualScheduler();
  const asked: string[] = [];
  const answers: (SubscribeAnswer | Error)[] = [];
  const snapshots: (number | Error)[] = [];
  const faults: unknown[] = [];
  const settledWith: (number | 'went back')[] = [];
  const state = { connected: true };
  const replica = createTopicReplica(listFold, {
    scheduler,
    isConnected: () => state.connected,
    subscribe: async (after) => {
      asked.push(`after ${after}`);
      await sleep(scheduler, 1);
      const answer = answers.shift() ?? resumed();
      if (answer instanceof Error) throw answer;
      return answer;
    },
    takeSnapshot: async () => {
      asked.push('snapshot');
      await sleep(scheduler, 1);
      const position = snapshots.shift() ?? 10;
      if (position instanceof Error) throw position;
      return { topic: 'board', position, rows: [row(`snapshot-${position}`)] };
    },
    onAlso: () => {},
    onSettled: (count, wentBack) => void settledWith.push(wentBack ? 'went back' : count),
    onFault: (error) => void faults.push(error),
  });
  const held = () => {
    const topic = replica.store.getState();
    return topic.phase === 'ready' ? { position: topic.position, rows: [...topic.state.keys()] } : topic.phase;
  };
  return { scheduler, replica, asked, answers, snapshots, faults, settledWith, state, held };
};

const ready = async () => {
  const world = setUp();
  world.replica.start();
  await world.scheduler.advance(10);
  world.asked.length = 0;
  return world;
};

describe('a replica', () => {
  it('[LIVE-1] takes the snapshot, then what came since', async () => {
    const { replica, scheduler, asked, answers, held } = setUp();
    answers.push(resumed(update(10, 12)));
    replica.start();
    await scheduler.advance(10);
    expect(asked).toEqual(['snapshot', 'after 10']);
    expect(held()).toEqual({ position: 12, rows: ['snapshot-10', 'row-12'] });
  });

  it('[LIVE-2] applies what follows, drops doubles, and asks from what it holds after a gap', async () => {
    const { replica, scheduler, asked, answers, held } = await ready();
    replica.receive(update(10, 11));
    replica.receive(update(10, 11));
    expect(held()).toMatchObject({ position: 11 });
    expect(asked).toEqual([]);
    answers.push(resumed(update(11, 13)));
    replica.receive(update(12, 13));
    await scheduler.advance(10);
    expect(asked).toEqual(['after 11']);
    expect(held()).toMatchObject({ position: 13 });
  });

  it('[LIVE-3] moves counters without moving', async () => {
    const { replica, held } = await ready();
    replica.receive(update(10, 10, [row('counted', 1)]));
    expect(held()).toEqual({ position: 10, rows: ['snapshot-10', 'counted'] });
  });

  it('[LIVE-4] keeps what arrives before the snapshot, in whatever order', async () => {
    const { replica, scheduler, asked, snapshots, held } = setUp();
    snapshots.push(10);
    replica.start();
    replica.receive(update(11, 12));
    replica.receive(update(9, 10));
    replica.receive(update(10, 11));
    await scheduler.advance(10);
    expect(held()).toEqual({ position: 12, rows: ['snapshot-10', 'row-11', 'row-12'] });
    expect(asked).toEqual(['snapshot', 'after 12']);
  });

  it('[LIVE-4] applies to the snapshot what came while it was on its way', async () => {
    const { replica, scheduler, answers, snapshots, held } = await ready();
    answers.push(TAKE_SNAPSHOT);
    snapshots.push(20);
    replica.lost();
    replica.connected();
    replica.receive(update(20, 22));
    replica.receive(update(18, 20));
    await scheduler.advance(10);
    expect(held()).toEqual({ position: 22, rows: ['snapshot-20', 'row-22'] });
  });

  it('[LIVE-8] takes the snapshot where the answer does not fit, and slows down where none ever does', async () => {
    const { replica, scheduler, asked, answers, snapshots } = await ready();
    const misfit = () => resumed(update(500, 501));
    for (let times = 0; times < 60; times += 1) answers.push(misfit());
    snapshots.push(...Array.from({ length: 60 }, () => 10));
    replica.receive(update(11, 12));
    await scheduler.advance(60_000);
    expect(asked.slice(0, 2)).toEqual(['after 10', 'snapshot']);
    expect(asked.length).toBeLessThan(60);
  });

  it('[LIVE-7] is missing where the server says so, and looks again when told to', async () => {
    const { replica, scheduler, snapshots, held } = setUp();
    snapshots.push(new CommandProblem({ code: 'not-found', detail: '' }), 4);
    replica.start();
    await scheduler.advance(60_000);
    expect(held()).toBe('missing');
    replica.retry();
    await scheduler.advance(10);
    expect(held()).toMatchObject({ position: 4 });
  });

  it('[LIVE-7] shows what can be read but not listened to, and asks again after a while', async () => {
    const { replica, scheduler, asked, answers, snapshots, held } = setUp();
    answers.push({ outcome: 'refused', code: 'not-found', message: '' });
    snapshots.push(10, 10);
    replica.start();
    await scheduler.advance(10);
    expect(held()).toMatchObject({ position: 10 });
    expect(replica.behindSince()).toBeUndefined();
    answers.push(resumed(update(10, 11)));
    asked.length = 0;
    await scheduler.advance(31_000);
    expect(asked).toEqual(['after 10']);
    expect(held()).toMatchObject({ position: 11 });
  });

  it('[LIVE-9] says when it is told of what it does not know', async () => {
    const { replica, faults } = await ready();
    replica.receive({ topic: 'board', prev: 10, position: 11, events: [] });
    expect(faults).toEqual([expect.any(OutdatedError)]);
  });

  it('[LIVE-1] tries again after a failure, and says meanwhile that it failed', async () => {
    const { replica, scheduler, snapshots, held, faults } = setUp();
    snapshots.push(unreachable(), unreachable(), 3);
    replica.start();
    await scheduler.advance(10);
    expect(held()).toBe('failed');
    await scheduler.advance(5_000);
    expect(held()).toMatchObject({ position: 3 });
    expect(faults).toEqual([]);
  });

  it('[LIVE-45] lets no answer of before its end tell it anything', async () => {
    const { replica, scheduler, snapshots, held } = setUp();
    snapshots.push(5, 7);
    replica.start();
    replica.stop();
    replica.start();
    await scheduler.advance(10);
    expect(held()).toMatchObject({ position: 7 });
  });

  it('[LIVE-40] [LIVE-42] is behind from the loss of the connection until it has caught up, and says with how much', async () => {
    const { replica, scheduler, answers, settledWith, state } = await ready();
    expect(replica.behindSince()).toBeUndefined();
    settledWith.length = 0;
    state.connected = false;
    replica.lost();
    const lostAt = scheduler.now();
    await scheduler.advance(3_000);
    expect(replica.behindSince()).toBe(lostAt);
    state.connected = true;
    answers.push(resumed(update(10, 15, [row('a'), row('b'), row('c')])));
    replica.connected();
    await scheduler.advance(10);
    expect(replica.behindSince()).toBeUndefined();
    expect(settledWith).toEqual([3]);
  });

  it('[LIVE-47] tells a server that knows less than before from one that there is something to catch up with', async () => {
    const { replica, scheduler, answers, snapshots, settledWith, held } = await ready();
    settledWith.length = 0;
    answers.push(TAKE_SNAPSHOT);
    snapshots.push(4);
    replica.lost();
    replica.connected();
    await scheduler.advance(10);
    expect(held()).toEqual({ position: 4, rows: ['snapshot-4'] });
    expect(settledWith).toEqual(['went back']);
  });

  it('[LIVE-11] tells when a position is reached, also one that its own updates never reach', async () => {
    const { replica, scheduler, asked } = await ready();
    const reached: string[] = [];
    void replica.reached(10).then(() => reached.push('10'));
    void replica.reached(12).then(() => reached.push('12'));
    void replica.reached(99).then(() => reached.push('99'));
    await scheduler.advance(10);
    expect(reached).toEqual(['10']);
    replica.receive(update(10, 12));
    await scheduler.advance(10);
    expect(reached).toEqual(['10', '12']);
    await scheduler.advance(1_100);
    expect(asked).toEqual(['after 12']);
    expect(reached).toEqual(['10', '12', '99']);
  });
});

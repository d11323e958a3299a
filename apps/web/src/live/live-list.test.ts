import { keepRows } from './live-list.ts';
import { alertsView, boardView, emptyAlerts, emptyBoard } from './list-views.ts';
import { describe, expect, it } from 'vitest';
import type { BoardRow } from '@sitrep/shared/board/board-row';
import { CAI, CAST, REN, factsAbout, testId } from '@sitrep/shared/testing/cast';
import { openModelTab } from './testing/model-client.ts';
import { manualScheduler } from './testing/manual-scheduler.ts';
import { ModelServer } from './testing/model-server.ts';

const me = { id: REN.id, handle: REN.handle, role: REN.role, name: 'Ren' };
const declaration = (n: number, severity: 1 | 2 | 3 | 4, isPrivate = false) => ({
  incidentId: testId(n),
  title: `Incident ${n}`,
  summary: '',
  severity,
  services: [],
  detection: 'monitoring' as const,
  private: isPrivate,
  alerts: [],
});

const setUp = async () => {
  const scheduler = manualScheduler();
  const server = new ModelServer(factsAbout(CAST));
  const declare = (n: number, severity: 1 | 2 | 3 | 4, isPrivate = false) => {
    server.execute(CAI.actor, 'incident.declare', declaration(n, severity, isPrivate), `declare-${n}`);
    server.flush();
  };
  declare(1, 3);
  declare(2, 1);
  const tab = openModelTab(server, scheduler, me);
  const release = tab.client.board.retain();
  await scheduler.advance(3_000);
  const titles = () => tab.client.board.store.getState().rows.map(({ title }) => title);
  return { scheduler, server, declare, tab, release, titles };
};

describe('lists', () => {
  it('[LIVE-5] are sorted, and their rows stay the same objects while nothing in them changes', async () => {
    const { scheduler, declare, tab, titles } = await setUp();
    expect(titles()).toEqual(['Incident 2', 'Incident 1']);
    const before = tab.client.board.store.getState().rows;
    declare(3, 2);
    await scheduler.advance(100);
    expect(titles()).toEqual(['Incident 2', 'Incident 3', 'Incident 1']);
    const after = tab.client.board.store.getState().rows;
    expect([after[0], after[2]]).toEqual([before[0], before[1]]);
    expect(after[0]).toBe(before[0]);
    expect(after[2]).toBe(before[1]);
    expect(keepRows(after, [...after])).toBe(after);
  });

  it('[LIVE-6] merge the rows that only some may see, as rights come and go', async () => {
    const { scheduler, declare, server, tab, titles } = await setUp();
    declare(4, 1, true);
    const topic = `board/${testId(4)}`;
    tab.network.tellAccess({ also: [topic], lost: [] });
    await scheduler.advance(100);
    expect(titles()).toEqual(['Incident 2', 'Incident 4', 'Incident 1']);
    server.execute(CAI.actor, 'incident.change-title', { incidentId: testId(4), title: 'Secret' }, 'title');
    server.flush();
    await scheduler.advance(100);
    expect(titles()).toEqual(['Incident 2', 'Secret', 'Incident 1']);
    tab.network.tellAccess({ also: [], lost: [topic, `incident/${testId(4)}`] });
    await scheduler.advance(100);
    expect(titles()).toEqual(['Incident 2', 'Incident 1']);
  });

  it('[LIVE-6] learn of rows that became visible while the connection was away', async () => {
    const { scheduler, declare, tab, titles } = await setUp();
    tab.network.closeSockets();
    declare(4, 1, true);
    await scheduler.advance(5_000);
    expect(titles()).toEqual(['Incident 2', 'Incident 4', 'Incident 1']);
  });

  it('[LIVE-6] a room that may not be seen any longer is missing', async () => {
    const { scheduler, tab } = await setUp();
    const room = tab.client.room(testId(1));
    room.retain();
    await scheduler.advance(100);
    expect(room.store.getState()).toMatchObject({ status: 'ready' });
    tab.network.tellAccess({ also: [], lost: [`incident/${testId(1)}`] });
    expect(room.store.getState()).toMatchObject({ status: 'missing', incident: undefined, entries: [] });
  });

  it('[LIVE-6] a room that was missing is there when it may be seen', async () => {
    const { scheduler, declare, tab } = await setUp();
    const room = tab.client.room(testId(4));
    room.retain();
    await scheduler.advance(100);
    expect(room.store.getState().status).toBe('missing');
    declare(4, 1, true);
    tab.network.tellAccess({ also: [`board/${testId(4)}`], lost: [] });
    await scheduler.advance(100);
    expect(room.store.getState().status).toBe('ready');
  });

  it('[LIVE-1] stay for a while after the last has left, then go', async () => {
    const { scheduler, tab, release } = await setUp();
    release();
    await scheduler.advance(1_000);
    const again = tab.client.board.retain();
    await scheduler.advance(60_000);
    expect(tab.client.board.store.getState().status).toBe('ready');
    again();
    again();
    await scheduler.advance(60_000);
    expect(tab.client.board.store.getState()).toBe(emptyBoard);
  });

  it('[LIVE-5] alerts show what fires first, newest first', () => {
    const alert = (id: string, status: string, firedAt: number) => ({ id, status, firedAt }) as never;
    const rows = new Map([
      ['a', alert('a', 'resolved', 9)],
      ['b', alert('b', 'firing', 1)],
      ['c', alert('c', 'acknowledged', 5)],
    ]);
    expect(alertsView('ready', rows, emptyAlerts).rows.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('[LIVE-5] an update without a change keeps the list itself', () => {
    const rows = new Map([
      ['a', { id: 'a', status: 'detected', severity: 1, declaredAt: 1, roles: {} } as unknown as BoardRow],
    ]);
    const view = boardView('ready', rows, emptyBoard);
    expect(boardView('ready', new Map(rows), view).rows).toBe(view.rows);
  });
});

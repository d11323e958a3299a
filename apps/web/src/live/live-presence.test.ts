import { CAI, CAST, REN, ROZ, factsAbout, testId, type Player } from '@sitrep/shared/testing/cast';
import type { Me } from '@sitrep/shared/protocol/http';
import { TYPING_ENDS_MS, type PresenceReport } from '@sitrep/shared/protocol/presence';
import { roomTopic } from '@sitrep/shared/protocol/topics';
import { describe, expect, it, vi } from 'vitest';
import { IDLE_AFTER_MS } from './activity.ts';
import { manualScheduler } from './testing/manual-scheduler.ts';
import { openModelTab, type ModelTab } from './testing/model-client.ts';
import { ModelServer } from './testing/model-server.ts';

const INCIDENT = testId(1);
const ENTRY = testId(2);
const meOf = ({ id, handle, role }: Player): Me => ({ id, handle, role, name: handle });

const setUp = async (seed = 3) => {
  const scheduler = manualScheduler(seed);
  const server = new ModelServer(factsAbout(CAST));
  const reports: { at: number; report: PresenceReport }[] = [];
  const told = server.presence.report.bind(server.presence);
  vi.spyOn(server.presence, 'report').mockImplementation((listener, report) => {
    reports.push({ at: scheduler.now(), report });
    told(listener, report);
  });
  const open = async (player: Player) => {
    const tab = openModelTab(server, scheduler, meOf(player));
    const leave = tab.client.presence(INCIDENT).retain();
    const { report, stop } = tab.client.presence(INCIDENT).reporter();
    await scheduler.advance(3_000);
    return { ...tab, leave, report, stop };
  };
  const ren = await open(REN);
  return { scheduler, server, reports, open, ren };
};

const present = ({ client }: Pick<ModelTab, 'client'>) =>
  client
    .presence(INCIDENT)
    .store.getState()
    .map(({ id, doing, entryId }) => `${CAST.find((one) => one.id === id)?.handle} ${doing}${entryId ? ' it' : ''}`);

describe('a page in a room', () => {
  it('[PRES-20] is there from when something needs it until a second after nothing does any more', async () => {
    const { scheduler, server, open, ren } = await setUp();
    expect(present(ren)).toEqual(['ren viewing']);
    const cai = await open(CAI);
    expect(present(ren)).toEqual(['ren viewing', 'cai viewing']);
    expect(present(cai)).toEqual(['ren viewing', 'cai viewing']);
    cai.leave();
    await scheduler.advance(900);
    expect(server.presence.people(INCIDENT)).toHaveLength(2);
    const leave = cai.client.presence(INCIDENT).retain();
    await scheduler.advance(5_000);
    expect(server.presence.people(INCIDENT)).toHaveLength(2);
    leave();
    await scheduler.advance(1_100);
    expect(present(ren)).toEqual(['ren viewing']);
    expect(present(cai)).toEqual([]);
  });

  it('[PRES-20] is told nothing of rooms that it is not in', async () => {
    const { scheduler, server, ren } = await setUp();
    const before = ren.client.presence(INCIDENT).store.getState();
    const other = testId(9);
    server.presence.join(ROZ.id, () => {}, { incidentId: other, doing: 'typing' }, 1);
    await scheduler.advance(5_000);
    expect(ren.client.presence(INCIDENT).store.getState()).toBe(before);
    expect(ren.client.presence(other).store.getState()).toEqual([]);
  });

  it('[PRES-21] shows nobody once the connection is not live, and all who are there when it is again', async () => {
    const { scheduler, open, ren } = await setUp();
    const cai = await open(CAI);
    ren.network.cut = true;
    await scheduler.advance(6_500);
    expect(ren.client.connection.getState().status).toBe('reconnecting');
    expect(present(ren)).toEqual([]);
    cai.report('typing');
    await scheduler.advance(30_000);
    expect(present(ren)).toEqual([]);
    ren.network.heal();
    await scheduler.advance(30_000);
    expect(ren.client.connection.getState().status).toBe('live');
    expect(present(ren).toSorted()).toEqual(['cai typing', 'ren viewing']);
    expect(ren.defects).toEqual([]);
  });

  it('[PRES-21] joins again after the server has gone and come back', async () => {
    const { scheduler, open, ren } = await setUp();
    const cai = await open(CAI);
    for (const { network } of [ren, cai]) network.closeSockets();
    expect(present(ren)).toEqual([]);
    await scheduler.advance(12_000);
    for (const tab of [ren, cai]) expect(present(tab).toSorted()).toEqual(['cai viewing', 'ren viewing']);
  });

  it.each([1, 2, 3, 4, 5])('[PRES-21] ends up right however many steps are lost: seed %i', async (seed) => {
    const { scheduler, server, open, ren } = await setUp(seed);
    const cai = await open(CAI);
    const roz = await open(ROZ);
    Object.assign(ren.network.faults, { drop: 0.4, late: 0.3, requestLost: 0.2, answerLost: 0.2 });
    for (let turn = 0; turn < 40; turn += 1) {
      cai.report(turn % 2 === 0 ? 'typing' : 'viewing');
      roz.report(turn % 3 === 0 ? 'editing' : 'viewing', ENTRY);
      await scheduler.advance(1_300 * scheduler.random());
    }
    ren.network.heal();
    cai.report('viewing');
    await scheduler.advance(40_000);
    roz.report('editing', ENTRY);
    await scheduler.advance(40_000);
    expect(present(ren).toSorted()).toEqual(['cai viewing', 'ren viewing', 'roz editing it']);
    expect(server.presence.people(INCIDENT)).toHaveLength(3);
    expect(ren.defects).toEqual([]);
  });

  it('[PRES-24] shows nobody after losing access, asks now and then, and at once when rights change', async () => {
    const { scheduler, server, open, ren } = await setUp();
    await open(CAI);
    const join = vi
      .spyOn(server.presence, 'join')
      .mockReturnValue({ outcome: 'refused', code: 'not-found', message: '' });
    ren.network.tellAccess({ also: [], lost: [roomTopic(INCIDENT)] });
    await scheduler.advance(10);
    expect(present(ren)).toEqual([]);
    await scheduler.advance(300_000);
    const tries = join.mock.calls.length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(25);
    join.mockRestore();
    ren.sign('active');
    ren.network.tellAccess({ also: ['board/x'], lost: [] });
    await scheduler.advance(50);
    expect(present(ren).toSorted()).toEqual(['cai idle', 'ren viewing']);
  });
});

describe('what one does', () => {
  it('[PRES-22] is said at most once per second, the last word winning', async () => {
    const { scheduler, reports, ren } = await setUp();
    for (const doing of ['typing', 'viewing', 'typing'] as const) ren.report(doing);
    ren.report('editing', ENTRY);
    await scheduler.advance(20);
    expect(reports.map(({ report }) => report.doing)).toEqual(['typing']);
    await scheduler.advance(1_000);
    expect(reports.map(({ report }) => report)).toMatchObject([
      { doing: 'typing' },
      { doing: 'editing', entryId: ENTRY },
    ]);
  });

  it('[PRES-22] is said again only to keep it up: typing while keys come, editing until it ends', async () => {
    const { scheduler, reports, ren } = await setUp();
    for (let key = 0; key < 200; key += 1) {
      ren.report('typing');
      await scheduler.advance(100);
    }
    expect(reports.length).toBeGreaterThanOrEqual(4);
    expect(reports.length).toBeLessThanOrEqual(6);
    reports.length = 0;
    ren.sign('active');
    await scheduler.advance(60_000);
    expect(reports).toEqual([]);
    ren.sign('active');
    ren.report('editing', ENTRY);
    await scheduler.advance(60_000);
    const gaps = reports.slice(1).map(({ at }, index) => at - (reports[index]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.max(...gaps)).toBeLessThan(TYPING_ENDS_MS / 2);
    ren.stop();
    await scheduler.advance(1_500);
    expect(reports.at(-1)?.report.doing).toBe('viewing');
  });

  it('[PRES-22] in one part of the page does not end what is done in another', async () => {
    const { scheduler, server, ren } = await setUp();
    ren.report('editing', ENTRY);
    const other = ren.client.presence(INCIDENT).reporter();
    other.report('typing');
    await scheduler.advance(2_000);
    expect(server.presence.people(INCIDENT)).toMatchObject([{ doing: 'typing' }]);
    other.stop();
    await scheduler.advance(2_000);
    expect(server.presence.people(INCIDENT)).toMatchObject([{ doing: 'editing', entryId: ENTRY }]);
  });

  it('[PRES-23] is idle after two minutes without a sign of life, and not with one', async () => {
    const { scheduler, ren } = await setUp();
    await scheduler.advance(IDLE_AFTER_MS - 5_000);
    ren.sign('active');
    await scheduler.advance(IDLE_AFTER_MS - 5_000);
    expect(present(ren)).toEqual(['ren viewing']);
    await scheduler.advance(10_000);
    expect(present(ren)).toEqual(['ren idle']);
    ren.sign('active');
    await scheduler.advance(50);
    expect(present(ren)).toEqual(['ren viewing']);
    await scheduler.advance(IDLE_AFTER_MS + 50);
    expect(present(ren)).toEqual(['ren idle']);
  });

  it('[PRES-23] is idle while the page is hidden, and what it was when it shows again', async () => {
    const { scheduler, ren } = await setUp();
    ren.report('editing', ENTRY);
    await scheduler.advance(2_000);
    ren.sign('hidden');
    await scheduler.advance(50);
    expect(present(ren)).toEqual(['ren idle']);
    ren.network.closeSockets();
    await scheduler.advance(10_000);
    expect(present(ren)).toEqual(['ren idle']);
    ren.sign('active');
    await scheduler.advance(1_000);
    expect(present(ren)).toEqual(['ren editing it']);
  });
});

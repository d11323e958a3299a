import { CAI, CAST, REN, ROZ, factsAbout, testId, type Player } from '@sitrep/shared/testing/cast';
import type { Me } from '@sitrep/shared/protocol/http';
import { PROTOCOL } from '@sitrep/shared/protocol/socket';
import { describe, expect, it } from 'vitest';
import type { ModelTab } from './testing/model-client.ts';
import { modelBrowser, openModelTab } from './testing/model-client.ts';
import { manualScheduler } from './testing/manual-scheduler.ts';
import { declarationOf, ModelServer } from './testing/model-server.ts';

const INCIDENT = testId(1);
const meOf = ({ id, handle, role }: Player): Me => ({ id, handle, role, name: handle });

const setUp = async (seed = 7) => {
  const scheduler = manualScheduler(seed);
  const server = new ModelServer(factsAbout(CAST));
  server.execute(CAI.actor, 'incident.declare', declarationOf(INCIDENT), 'declare');
  server.flush();
  const open = (player: Player = REN, browser = modelBrowser()) => {
    const tab = openModelTab(server, scheduler, meOf(player), browser);
    tab.client.room(INCIDENT).retain();
    return tab;
  };
  const browser = modelBrowser();
  const tab = open(REN, browser);
  await scheduler.advance(3_000);
  return { scheduler, server, browser, tab, open };
};

const room = (tab: ModelTab) => tab.client.room(INCIDENT).store.getState();
const notes = (tab: ModelTab) =>
  room(tab).entries.flatMap((entry) =>
    entry.origin === 'written' ? [`${entry.text}: ${entry.delivery ?? 'there'}`] : [],
  );
const write = (tab: ModelTab, text: string) =>
  tab.client.sendCommand('timeline.add-entry', { incidentId: INCIDENT, text });

describe('a page', () => {
  it('[LIVE-20] [LIVE-23] shows a note in the same moment, and then as the server has it', async () => {
    const { scheduler, server, tab, open } = await setUp();
    const other = open(ROZ);
    await scheduler.advance(1_000);
    const answer = write(tab, 'one');
    expect(notes(tab)).toEqual(['one: pending']);
    const { id } = room(tab).entries.at(-1) ?? {};
    await scheduler.advance(50);
    server.flush();
    await scheduler.advance(50);
    expect(await answer).toMatchObject({ outcome: 'accepted' });
    expect(notes(tab)).toEqual(['one: there']);
    expect(notes(other)).toEqual(['one: there']);
    expect(room(tab).entries.at(-1)?.id).toBe(id);
    expect(tab.client.unsent.getState()).toEqual({ count: 0, refused: [] });
  });

  it('[LIVE-20] [LIVE-23] keeps it pending between the answer and the events, then shows it once', async () => {
    const { scheduler, server, tab } = await setUp();
    const answer = write(tab, 'one');
    await scheduler.advance(50);
    await answer;
    expect(notes(tab)).toEqual(['one: pending']);
    server.flush();
    await scheduler.advance(50);
    expect(notes(tab)).toEqual(['one: there']);
  });

  it('[LIVE-22] [LIVE-30] keeps notes written offline, says so, and sends them once in order', async () => {
    const { scheduler, server, tab } = await setUp();
    tab.network.cut = true;
    await scheduler.advance(20_000);
    expect(tab.client.connection.getState()).toMatchObject({ status: 'offline', canConfirm: false });
    const answers = [write(tab, 'one'), write(tab, 'two'), write(tab, 'three')];
    await scheduler.advance(60_000);
    expect(notes(tab)).toEqual(['one: unsent', 'two: unsent', 'three: unsent']);
    expect(tab.client.unsent.getState().count).toBe(3);
    tab.network.cut = false;
    tab.wake();
    await scheduler.advance(2_000);
    await Promise.all(answers);
    server.flush();
    await scheduler.advance(20_000);
    expect(notes(tab)).toEqual(['one: there', 'two: there', 'three: there']);
    expect(tab.client.connection.getState()).toMatchObject({ status: 'live', canConfirm: true });
    expect(tab.client.unsent.getState().count).toBe(0);
  });

  it.each([1, 2, 3, 4, 5])('[LIVE-34] sends what waits as soon as the connection is back (%i)', async (seed) => {
    const { scheduler, server, tab } = await setUp(seed);
    tab.network.cut = true;
    write(tab, 'one').catch(() => {});
    await scheduler.advance(300_000);
    tab.network.cut = false;
    while (tab.client.connection.getState().status !== 'live') await scheduler.advance(10);
    await scheduler.advance(100);
    server.flush();
    await scheduler.advance(100);
    expect(notes(tab)).toEqual(['one: there']);
  });

  it('[LIVE-5] [LIVE-20] keeps an entry on its way the same object while other things change', async () => {
    const { scheduler, server, tab } = await setUp();
    tab.network.faults.requestLost = 1;
    write(tab, 'mine').catch(() => {});
    await scheduler.advance(100);
    const entry = { incidentId: INCIDENT, entryId: testId(9), kind: 'note' as const, text: 'other' };
    server.execute(CAI.actor, 'timeline.add-entry', entry, 'other');
    server.flush();
    await scheduler.advance(100);
    expect(notes(tab)).toEqual(['other: there', 'mine: unsent']);
    const before = room(tab).entries.at(-1);
    server.execute(CAI.actor, 'timeline.pin-entry', { incidentId: INCIDENT, entryId: testId(9) }, 'pin');
    server.flush();
    await scheduler.advance(100);
    expect(room(tab).entries.at(-2)).toMatchObject({ pinned: true });
    expect(room(tab).entries.at(-1)).toBe(before);
  });

  it('[LIVE-31] shows and sends after a crash what was written before it', async () => {
    const { scheduler, server, browser, tab, open } = await setUp();
    tab.network.cut = true;
    write(tab, 'one').catch(() => {});
    await scheduler.advance(100);
    tab.crash();
    const next = open(REN, browser);
    next.network.faults.requestLost = 1;
    await scheduler.advance(100);
    next.network.faults.requestLost = 0;
    await scheduler.advance(10_000);
    server.flush();
    await scheduler.advance(1_000);
    expect(notes(next)).toEqual(['one: there']);
    expect(browser.storage.items.size).toBe(0);
  });

  it('[LIVE-32] shows in one tab what is on its way in another', async () => {
    const { scheduler, browser, tab, open } = await setUp();
    const second = open(REN, browser);
    await scheduler.advance(3_000);
    tab.network.cut = true;
    write(second, 'one').catch(() => {});
    await scheduler.advance(100);
    expect(notes(tab).map((note) => note.split(':')[0])).toEqual(['one']);
  });

  it('[LIVE-21] [LIVE-35] keeps a refused note with its reason, until it is retried or discarded', async () => {
    const { scheduler, server, tab } = await setUp();
    const close = { incidentId: INCIDENT, as: 'false-alarm' as const, reason: 'nothing' };
    server.execute(CAI.actor, 'incident.close', close, 'close');
    const problem = write(tab, 'one').catch((error: unknown) => error);
    await scheduler.advance(100);
    expect(await problem).toMatchObject({ code: 'conflict' });
    expect(notes(tab)).toEqual(['one: refused']);
    const [refused] = tab.client.unsent.getState().refused;
    expect(refused).toMatchObject({ text: 'one', incidentId: INCIDENT, type: 'timeline.add-entry' });
    server.execute(CAI.actor, 'incident.reopen', { incidentId: INCIDENT, reason: 'after all' }, 'reopen');
    server.flush();
    await scheduler.advance(100);
    tab.client.unsent.retry(refused?.commandId ?? '');
    expect(notes(tab)).toEqual(['one: pending']);
    await scheduler.advance(100);
    server.flush();
    await scheduler.advance(100);
    expect(notes(tab)).toEqual(['one: there']);
  });

  it('[LIVE-24] marks a confirmed command until the room shows its effect', async () => {
    const { scheduler, server, tab } = await setUp();
    const answer = tab.client.sendCommand('incident.change-severity', { incidentId: INCIDENT, severity: 1 });
    expect([...room(tab).pending]).toEqual(['incident.change-severity']);
    await scheduler.advance(50);
    await answer;
    expect(room(tab)).toMatchObject({ incident: { severity: 2 } });
    expect(room(tab).pending.size).toBe(1);
    server.flush();
    await scheduler.advance(50);
    expect(room(tab)).toMatchObject({ incident: { severity: 1 } });
    expect(room(tab).pending.size).toBe(0);
  });

  it('[LIVE-60] a confirmed command sent again under its id takes effect once', async () => {
    const { scheduler, server, tab } = await setUp();
    tab.network.faults.answerLost = 1;
    const fields = { incidentId: INCIDENT, severity: 1 as const };
    const first = tab.client
      .sendCommand('incident.change-severity', fields, { commandId: 'once' })
      .catch((error) => error);
    await scheduler.advance(100);
    expect(await first).toMatchObject({ code: 'unavailable' });
    tab.network.heal();
    const second = tab.client.sendCommand('incident.change-severity', fields, { commandId: 'once' });
    await scheduler.advance(100);
    expect(await second).toMatchObject({ outcome: 'repeated' });
    expect(server.events.filter(({ type }) => type === 'incident.severity-changed')).toHaveLength(1);
  });

  it('[LIVE-45] [LIVE-33] forgets what it showed when the session ends, keeps the outbox, and tells nobody else', async () => {
    const { scheduler, browser, tab } = await setUp();
    tab.network.faults.requestLost = 1;
    write(tab, 'one').catch(() => {});
    await scheduler.advance(100);
    tab.network.sessionOf.me = undefined;
    tab.network.endSession('deactivated');
    expect(tab.client.session.getState()).toEqual({ status: 'signed-out', reason: 'deactivated' });
    expect(tab.client.connection.getState()).toMatchObject({ unauthenticated: true, canConfirm: false });
    expect(room(tab)).toMatchObject({ status: 'loading', entries: [], incident: undefined });
    expect(tab.client.people.store.getState().people.size).toBe(0);
    await scheduler.advance(60_000);
    expect(browser.storage.items.size).toBe(1);
    tab.network.heal();
    tab.network.sessionOf.me = meOf(REN);
    void tab.client.session.reload();
    await scheduler.advance(3_000);
    expect(room(tab).status).toBe('ready');
    expect(browser.storage.items.size).toBe(0);
  });

  it('[LIVE-45] loads everything anew when somebody else signs in', async () => {
    const { scheduler, tab } = await setUp();
    tab.network.sessionOf.me = meOf(ROZ);
    const statuses: string[] = [];
    tab.client.room(INCIDENT).store.subscribe(({ status }) => void statuses.push(status));
    void tab.client.session.reload();
    await scheduler.advance(3_000);
    expect([...new Set(statuses)]).toEqual(['loading', 'ready']);
    expect(tab.client.session.getState()).toMatchObject({ me: { id: ROZ.id } });
  });

  it('[LIVE-45] ends the session when the server knows it no longer', async () => {
    const { scheduler, tab } = await setUp();
    tab.network.sessionOf.me = undefined;
    const answer = tab.client.sendCommand('incident.change-severity', { incidentId: INCIDENT, severity: 1 });
    answer.catch(() => {});
    await scheduler.advance(100);
    await expect(answer).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(tab.client.session.getState()).toEqual({ status: 'signed-out', reason: 'expired' });
  });

  it('[LIVE-45] does not call expired who was never signed in', async () => {
    const { scheduler, server } = await setUp();
    const tab = openModelTab(server, scheduler, undefined);
    tab.client.board.retain();
    await scheduler.advance(3_000);
    expect(tab.client.session.getState()).toEqual({ status: 'signed-out' });
  });

  it('[LIVE-9] sends nothing any more when the server speaks a newer protocol, and keeps the outbox', async () => {
    const { scheduler, browser, tab } = await setUp();
    tab.network.sessionOf.protocol = PROTOCOL + 1;
    tab.network.closeSockets();
    await scheduler.advance(5_000);
    expect(tab.client.connection.getState()).toMatchObject({ outdated: true });
    const before = tab.network.received.length;
    write(tab, 'one').catch(() => {});
    await scheduler.advance(60_000);
    expect(tab.network.received.length).toBe(before);
    expect(browser.storage.items.size).toBe(1);
  });

  it('[LIVE-9] is outdated when the session’s answer says so', async () => {
    const { scheduler, server } = await setUp();
    const tab = openModelTab(server, scheduler, meOf(REN));
    tab.network.sessionOf.protocol = PROTOCOL + 1;
    await scheduler.advance(3_000);
    expect(tab.client.connection.getState()).toMatchObject({ outdated: true, canConfirm: false });
  });

  it('[LIVE-20] decides with the rights that somebody has by now', async () => {
    const { scheduler, server, tab } = await setUp();
    const row = { kind: 'person', id: REN.id, name: 'Ren', handle: 'ren', active: true, joinedAt: 1 } as const;
    server.setRow('people', REN.id, { ...row, role: 'commander' });
    server.flush();
    await scheduler.advance(100);
    expect(tab.client.session.getState()).toMatchObject({ me: { role: 'commander', name: 'Ren' } });
    expect(tab.client.people.store.getState().people.get(REN.id)).toMatchObject({ handle: 'ren' });
  });

  it('[LIVE-50] runs on the server’s time', async () => {
    const { scheduler, tab } = await setUp();
    const now = scheduler.wall();
    scheduler.setWall(now + 86_400_000);
    expect(Math.abs(tab.client.serverNow() - now)).toBeLessThan(100);
  });

  it('[LIVE-11] waits with an older page that tells of what it has not heard of yet', async () => {
    const { scheduler, server, tab, open } = await setUp();
    const target = { incidentId: INCIDENT, entryId: testId(400) };
    server.execute(CAI.actor, 'timeline.add-entry', { ...target, kind: 'note', text: 'first' }, 'first');
    for (let n = 0; n < 8; n += 1) {
      const entry = { incidentId: INCIDENT, entryId: testId(500 + n), kind: 'note' as const, text: `note ${n}` };
      server.execute(CAI.actor, 'timeline.add-entry', entry, `note-${n}`);
    }
    server.flush();
    tab.crash();
    const next = open(ROZ);
    await scheduler.advance(3_000);
    server.execute(CAI.actor, 'timeline.edit-entry', { ...target, baseRevision: 1, text: 'second' }, 'edit');
    void next.client.room(INCIDENT).loadOlder();
    await scheduler.advance(100);
    expect(room(next).loadingOlder).toBe(true);
    server.flush();
    await scheduler.advance(2_000);
    expect(room(next).entries).toEqual(server.room(INCIDENT)?.timeline.entries);
  });

  it('[LIVE-10] loads older entries until there are none', async () => {
    const { scheduler, server, tab } = await setUp();
    for (let n = 0; n < 20; n += 1) {
      const entry = { incidentId: INCIDENT, entryId: testId(500 + n), kind: 'note' as const, text: `note ${n}` };
      server.execute(CAI.actor, 'timeline.add-entry', entry, `note-${n}`);
    }
    tab.crash();
    const next = openModelTab(server, scheduler, meOf(ROZ));
    const live = next.client.room(INCIDENT);
    live.retain();
    await scheduler.advance(3_000);
    expect(live.store.getState()).toMatchObject({ hasOlder: true, loadingOlder: false });
    for (let pages = 0; live.store.getState().hasOlder && pages < 20; pages += 1) {
      void live.loadOlder();
      expect(live.store.getState().loadingOlder).toBe(true);
      await scheduler.advance(100);
    }
    expect(live.store.getState().entries).toEqual(server.room(INCIDENT)?.timeline.entries);
  });
});
